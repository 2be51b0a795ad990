package nadhir.alerting.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryIdTest {
  @Test
  void comesBackFromItsText() {
    var id =
        new DeliveryId(new AlertId("alert-17.2"), 3, new PersonRef("inst-0001/2"), Channel.SMS);
    assertEquals("alert-17.2~3~inst-0001/2~SMS", id.text());
    assertEquals(Optional.of(id), DeliveryId.parse(id.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alert-17",
        "alert-17~1~p-1",
        "alert-17~0~p-1~SMS",
        "alert-17~x~p-1~SMS",
        "alert-17~99999999999~p-1~SMS",
        "alert-17~1~p 1~SMS",
        "alert-17~1~p-1~FAX",
        "~1~p-1~SMS",
        "alert-17~1~p-1~SMS~x"
      })
  void whatIsNoDeliveryIdIsNotRead(String text) {
    assertEquals(Optional.empty(), DeliveryId.parse(text));
  }
}
