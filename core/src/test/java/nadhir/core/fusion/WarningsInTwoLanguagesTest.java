package nadhir.core.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.RawFeed;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.lane.Actor;
import nadhir.core.sim.DeskRunner;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

/** From the documents of an authority's two feeds to one hazard with both titles. */
class WarningsInTwoLanguagesTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:10:00Z");

  private int told;
  private final Map<String, String> hazards = new LinkedHashMap<>();
  private final RawFeed arabic = RawFeed.open(FeedConfig.plain("jo-meteo-ar", "cap"));
  private final RawFeed english = RawFeed.open(FeedConfig.plain("jo-meteo-en", "cap"));
  private final DeskRunner runner =
      new DeskRunner(
          new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()), e -> note(e.event()));

  private void note(Event event) {
    switch (event) {
      case HazardEvent.Opened(Hazard h) -> hazards.put(h.id().value(), line(h));
      case HazardEvent.Revised(Hazard h) -> hazards.put(h.id().value(), line(h));
      case HazardEvent.Withdrawn(Hazard h) -> hazards.put(h.id().value(), line(h));
      case Event _ -> {}
    }
  }

  private static String line(Hazard hazard) {
    var stated = (HazardDetail.Stated) hazard.detail();
    String titles = stated.titles().map(t -> t.byLanguage().toString()).orElse("-");
    return hazard.status() + " " + stated.severity() + " " + titles;
  }

  private String after(Object... feedsAndDocuments) {
    for (int i = 0; i < feedsAndDocuments.length; i += 2) {
      byte[] raw = feedsAndDocuments[i + 1].toString().getBytes(StandardCharsets.UTF_8);
      for (Decoded d : ((RawFeed) feedsAndDocuments[i]).offer(raw, AT)) {
        if (d instanceof Decoded.Ok(var report)) {
          runner.take(
              AT.plusSeconds(++told), new Actor.Feed(report.feed()), new Input.Reported(report));
        }
      }
    }
    return hazards.values().stream().collect(Collectors.joining("\n"));
  }

  @Test
  void theTwoFeedsOfAnAuthorityAreOneHazard() {
    assertEquals(
        "ACTIVE SEVERE {ar=أمطار غزيرة, en=Heavy rain}",
        after(
            arabic, alert("ar1", "ar", "أمطار غزيرة", "Severe", "", "Alert"),
            english, alert("en1", "en", "Heavy rain", "Severe", "", "Alert")));
  }

  @Test
  void updatesOfBothAreItsRevisionsAndCancelsOfBothTakeItBack() {
    after(
        arabic, alert("ar1", "ar", "أمطار غزيرة", "Severe", "", "Alert"),
        english, alert("en1", "en", "Heavy rain", "Severe", "", "Alert"));
    assertEquals(
        "ACTIVE EXTREME {ar=سيول, en=Floods}",
        after(
            arabic, alert("ar2", "ar", "سيول", "Extreme", "ar1", "Update"),
            english, alert("en2", "en", "Floods", "Extreme", "en1", "Update")));
    assertEquals(
        "ACTIVE EXTREME {en=Floods}",
        after(arabic, alert("ar3", "ar", "سيول", "Extreme", "ar2", "Cancel")));
    assertEquals(
        "WITHDRAWN EXTREME {en=Floods}",
        after(english, alert("en3", "en", "Floods", "Extreme", "en2", "Cancel")));
  }

  private static String alert(
      String id, String language, String title, String severity, String earlier, String type) {
    String references =
        earlier.isEmpty()
            ? ""
            : "<references>met@jo.example," + earlier + ",2026-11-20T15:00:00+03:00</references>";
    return """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>
        <sender>met@jo.example</sender><sent>2026-11-20T15:0%d:00+03:00</sent>
        <status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s
        <info><language>%s</language><category>Met</category><event>%s</event>
        <urgency>Expected</urgency><severity>%s</severity><certainty>Likely</certainty>
        <onset>2026-11-20T18:00:00+03:00</onset><expires>2026-11-21T00:00:00+03:00</expires>
        <headline>%s</headline><area><areaDesc>a</areaDesc>
        <polygon>29.4,34.9 29.7,34.9 29.7,35.2 29.4,34.9</polygon></area></info></alert>"""
        .formatted(id, id.charAt(2) - '0', type, references, language, title, severity, title);
  }
}
