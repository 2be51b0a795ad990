package nadhir.alerting.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.Channel;
import nadhir.core.alert.Wording;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import org.junit.jupiter.api.Test;

class PushPayloadTest {
  private static final DeliveryId DELIVERY =
      new DeliveryId(new AlertId("alert-1"), 1, new PersonRef("p-1"), Channel.PUSH);

  private static PushPayload payload(Lane lane, String body) {
    var message = TestAlerts.alert("alert-1", TestZones.square(0)).build();
    return PushPayload.of(lane, DELIVERY, message, new Wording("ar", "إخلاء فوري", "sms", body));
  }

  @Test
  void saysWhatAPageNeeds() {
    assertEquals(
        """
        {"v":1,"delivery":"alert-1~1~p-1~PUSH","alert":"alert-1","revision":1,"type":"ALERT",\
        "level":"red","exercise":true,"lang":"ar","title":"إخلاء فوري","body":"غادروا الآن",\
        "expires":"2026-11-20T13:00:00Z"}\
        """,
        payload(new Lane.Drill("one"), "غادروا الآن").fittingJson());
    assertTrue(payload(new Lane.Live(), "x").fittingJson().contains("\"exercise\":false"));
  }

  @Test
  void isCutAtAWholeCharacterWhereItWouldBeTooLarge() throws JsonProcessingException {
    var json = payload(new Lane.Live(), "سيل 🌊 \"".repeat(400)).fittingJson();
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= PushPayload.MAX_BYTES && bytes > PushPayload.MAX_BYTES - 10, "" + bytes);
    var body = DomainJson.mapper().readTree(json).path("body").asText();
    assertTrue(body.endsWith("…"));
    assertTrue("سيل 🌊 \"".repeat(400).startsWith(body.substring(0, body.length() - 1)));
  }

  @Test
  void theShortFormIsTheHeadline() throws JsonProcessingException {
    var json = payload(new Lane.Live(), "x".repeat(3000)).shortJson();
    assertEquals("", DomainJson.mapper().readTree(json).path("body").asText());
    assertEquals("إخلاء فوري", DomainJson.mapper().readTree(json).path("title").asText());
  }

  @Test
  void oneTopicForAllRevisionsOfAnAlert() {
    assertEquals(32, LetterWriter.topic(new AlertId("alert-1")).length());
    assertTrue(LetterWriter.topic(new AlertId("alert-1")).matches("[A-Za-z0-9_-]{32}"));
  }
}
