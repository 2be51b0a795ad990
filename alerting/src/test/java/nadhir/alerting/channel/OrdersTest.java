package nadhir.alerting.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.register.PhoneNumber;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final Lane.Live LIVE = new Lane.Live();
  private static final Lane.Drill DRILL = new Lane.Drill("one");
  private static final AlertId ALERT = new AlertId("alert-17");
  private static final PersonRef ANNA = new PersonRef("p-1");
  private static final PersonRef OMAR = new PersonRef("p-2");

  private final LiveOrders live = new LiveOrders(LIVE, key(1));
  private final ExerciseOrders exercise = new ExerciseOrders(DRILL);

  private static SecretKeySpec key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  private static OutboxBlock block(Lane lane, PersonRef... recipients) {
    return new OutboxBlock(
        lane.key(), ALERT, 1, 5, Channel.SMS, Severity.EXTREME, List.of(recipients), "");
  }

  private static Letter letter(PersonRef to, String phone, String text) {
    return new Letter(
        new DeliveryId(ALERT, 1, to, Channel.SMS),
        Instant.parse("2026-11-20T13:00:00Z"),
        new Letter.Sms(new PhoneNumber(phone), text));
  }

  @Test
  void theLiveLaneGivesLeaveForRecipientsOfItsOwnBlocks() {
    var order = live.order(live.seal(block(LIVE, ANNA)), letter(ANNA, "+15005550006", "x"));
    assertTrue(live.isGenuine(order.orElseThrow()));
  }

  @Test
  void nobodyOutsideTheBlockIsReached() {
    var block = live.seal(block(LIVE, ANNA));
    assertEquals(Optional.empty(), live.order(block, letter(OMAR, "+15005550006", "x")));
    var otherRevision =
        new Letter(
            new DeliveryId(ALERT, 2, ANNA, Channel.SMS),
            Instant.parse("2026-11-20T13:00:00Z"),
            new Letter.Sms(new PhoneNumber("+15005550006"), "x"));
    assertEquals(Optional.empty(), live.order(block, otherRevision));
  }

  @Test
  void aBlockWithoutTheLiveSealOpensNoWayToThePublic() {
    var letter = letter(ANNA, "+15005550006", "x");
    assertEquals(Optional.empty(), live.order(block(LIVE, ANNA), letter));
    assertEquals(Optional.empty(), live.order(exercise.seal(block(LIVE, ANNA)), letter));
    assertEquals(Optional.empty(), live.order(exercise.seal(block(DRILL, ANNA)), letter));
    assertEquals(Optional.empty(), live.order(live.seal(block(DRILL, ANNA)), letter));
    var otherKey = new LiveOrders(LIVE, key(2));
    assertEquals(Optional.empty(), live.order(otherKey.seal(block(LIVE, ANNA)), letter));
  }

  @Test
  void aSealIsOfAllThatTheBlockSays() {
    var good = live.seal(block(LIVE, ANNA));
    assertTrue(live.isGenuine(good));
    assertFalse(live.isGenuine(block(LIVE, ANNA, OMAR).sealed(good.seal())));
    assertFalse(
        live.isGenuine(
            new OutboxBlock(
                LIVE.key(),
                ALERT,
                2,
                5,
                Channel.SMS,
                Severity.EXTREME,
                List.of(ANNA),
                good.seal())));
    assertFalse(
        live.isGenuine(
            new OutboxBlock(
                LIVE.key(),
                ALERT,
                1,
                5,
                Channel.PUSH,
                Severity.EXTREME,
                List.of(ANNA),
                good.seal())));
  }

  @Test
  void anOrderIsForJustItsLetter() {
    var block = live.seal(block(LIVE, ANNA));
    var order = live.order(block, letter(ANNA, "+15005550006", "x")).orElseThrow();
    var changed = new LiveOrder(letter(ANNA, "+15005550006", "y"), order.mac());
    var redirected = new LiveOrder(letter(ANNA, "+15005550007", "x"), order.mac());
    assertFalse(live.isGenuine(changed));
    assertFalse(live.isGenuine(redirected));
    assertFalse(live.isGenuine(new LiveOrder(letter(ANNA, "+15005550006", "x"), "")));
  }

  @Test
  void aDrillGivesLeaveForMadeUpAddressesOfItsOwnBlocksOnly() {
    var block = exercise.seal(block(DRILL, ANNA));
    assertTrue(exercise.order(block, letter(ANNA, "+9991000001", "x")).isPresent());
    assertEquals(Optional.empty(), exercise.order(block, letter(ANNA, "+15005550006", "x")));
    assertEquals(Optional.empty(), exercise.order(block, letter(OMAR, "+9991000001", "x")));
    var other = new ExerciseOrders(new Lane.Drill("two"));
    assertEquals(Optional.empty(), other.order(block, letter(ANNA, "+9991000001", "x")));
    assertEquals(
        Optional.empty(),
        exercise.order(live.seal(block(LIVE, ANNA)), letter(ANNA, "+9991000001", "x")));
  }

  @Test
  void aShortKeyIsNoKey() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LiveOrders(LIVE, new SecretKeySpec(new byte[31], "HmacSHA256")));
  }
}
