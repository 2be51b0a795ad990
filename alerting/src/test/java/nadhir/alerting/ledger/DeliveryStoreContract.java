package nadhir.alerting.ledger;

import static nadhir.core.alert.Channel.PUSH;
import static nadhir.core.alert.Channel.SMS;
import static nadhir.core.alert.DeliveryState.DELIVERED;
import static nadhir.core.alert.DeliveryState.EXPIRED;
import static nadhir.core.alert.DeliveryState.FAILED;
import static nadhir.core.alert.DeliveryState.QUEUED;
import static nadhir.core.alert.DeliveryState.SENDING;
import static nadhir.core.alert.DeliveryState.SENT;
import static nadhir.core.alert.DeliveryState.SUPPRESSED;
import static nadhir.core.alert.DeliveryState.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.DeliveryStore.Commit;
import nadhir.alerting.ledger.DeliveryStore.Marked;
import nadhir.alerting.ledger.DeliveryStore.Result;
import nadhir.alerting.ledger.DeliveryStore.Revisions;
import nadhir.alerting.register.Partition;
import nadhir.alerting.sim.Held;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of deliveries does, in memory or on Redis. */
public abstract class DeliveryStoreContract {
  private static final AlertId ALERT = new AlertId("alert-17");
  private static final int PARTITION = 5;
  private static final Patience PATIENCE = new Patience(_ -> {});

  /** References that lie in {@link #PARTITION}. */
  private static final List<PersonRef> PEOPLE =
      IntStream.range(0, 100_000)
          .mapToObj(i -> new PersonRef("p-%05d".formatted(i)))
          .filter(ref -> Partition.of(ref) == PARTITION)
          .limit(5)
          .toList();

  private DeliveryStore store;

  /** A store that knows nothing yet. */
  protected abstract DeliveryStore fresh();

  @BeforeEach
  void open() {
    store = fresh();
  }

  private static OutboxBlock block(int revision, Channel channel, Severity severity, int people) {
    return new OutboxBlock(
        "drill:test",
        ALERT,
        revision,
        PARTITION,
        channel,
        severity,
        PEOPLE.subList(0, people),
        "seal of ours");
  }

  private static PartitionAnswer answer(int revision, int people, String... suppressed) {
    var sms = block(revision, SMS, Severity.EXTREME, people);
    List<LedgerLine> lines = new ArrayList<>();
    sms.recipients().forEach(p -> lines.add(LedgerLine.queued(p, SMS)));
    for (String who : suppressed) {
      lines.add(LedgerLine.suppressed(new PersonRef(who), SMS, "opted-out"));
    }
    return new PartitionAnswer(
        ALERT,
        revision,
        PARTITION,
        7,
        new AudienceCounts(people, 0, 0, suppressed.length, new TreeMap<>(Map.of("ar", people))),
        lines,
        List.of(sms));
  }

  private String states(int revision) {
    return store.lines(ALERT, revision, PARTITION).stream()
        .map(
            l ->
                (PEOPLE.contains(l.recipient()) ? PEOPLE.indexOf(l.recipient()) : l.recipient())
                    + " "
                    + l.state()
                    + (l.told() ? " told" : "")
                    + (l.reason().isEmpty() ? "" : " " + l.reason()))
        .collect(Collectors.joining(", "));
  }

  private Claim taken(long fence) {
    var claims = Held.of(store.take(Severity.EXTREME, 10, fence));
    assertEquals(1, claims.size());
    return claims.getFirst();
  }

  private static Result result(int person, DeliveryState state) {
    return new Result(PEOPLE.get(person), state, state != FAILED, "");
  }

  @Test
  void anAnswerIsWrittenWithItsLinesAndBlocks() {
    assertEquals(Commit.WRITTEN, Held.of(store.commit(answer(1, 3, "x-1"), 1)));
    assertEquals("0 QUEUED, 1 QUEUED, 2 QUEUED, x-1 SUPPRESSED opted-out", states(1));
    assertEquals(List.of(new DeliveryCounts(SMS, 3, 0, 0, 0, 0, 0, 0, 1)), store.counts(ALERT, 1));
    assertEquals(
        Optional.of(new AudienceCounts(3, 0, 0, 1, new TreeMap<>(Map.of("ar", 3)))),
        store.audience(ALERT, 1, PARTITION));
    assertEquals(block(1, SMS, Severity.EXTREME, 3), taken(1).block());
  }

  @Test
  void aRepeatedAnswerChangesNothingEvenIfItSaysSomethingElse() {
    Held.of(store.commit(answer(1, 3), 1));
    assertEquals(Commit.REPEATED, Held.of(store.commit(answer(1, 4), 2)));
    assertEquals("0 QUEUED, 1 QUEUED, 2 QUEUED", states(1));
    assertEquals(1, Held.of(store.take(Severity.EXTREME, 10, 2)).size());
  }

  @Test
  void whatNobodyAnsweredIsEmpty() {
    assertEquals(List.of(), store.lines(ALERT, 1, PARTITION));
    assertEquals(List.of(), store.counts(ALERT, 1));
    assertEquals(Optional.empty(), store.audience(ALERT, 1, PARTITION));
    assertEquals(List.of(), Held.of(store.take(Severity.EXTREME, 10, 1)));
    assertEquals(List.of(), Held.of(store.reclaim(Severity.EXTREME, 1)));
  }

  @Test
  void anAnswerWithoutAnybodyIsAnAnswer() {
    var nobody =
        new PartitionAnswer(
            ALERT,
            1,
            PARTITION,
            7,
            new AudienceCounts(0, 0, 0, 0, new TreeMap<>()),
            List.of(),
            List.of());
    assertEquals(Commit.WRITTEN, Held.of(store.commit(nobody, 1)));
    assertTrue(store.audience(ALERT, 1, PARTITION).isPresent());
    assertEquals(Commit.REPEATED, Held.of(store.commit(nobody, 1)));
  }

  @Test
  void aBlockIsGivenOutOnceAndStreamsAreApart() {
    Held.of(store.commit(answer(1, 3), 1));
    assertEquals(List.of(), Held.of(store.take(Severity.MINOR, 10, 1)));
    assertEquals(1, Held.of(store.take(Severity.EXTREME, 10, 1)).size());
    assertEquals(List.of(), Held.of(store.take(Severity.EXTREME, 10, 1)));
  }

  @Test
  void blocksComeOutOldestFirstAndNoMoreThanAskedFor() {
    Held.of(
        store.enqueue(
            List.of(
                block(1, SMS, Severity.SEVERE, 1),
                block(1, SMS, Severity.SEVERE, 2),
                block(1, SMS, Severity.SEVERE, 3)),
            1));
    var first = Held.of(store.take(Severity.SEVERE, 2, 1));
    assertEquals(List.of(1, 2), first.stream().map(c -> c.block().recipients().size()).toList());
    assertEquals(
        3, Held.of(store.take(Severity.SEVERE, 2, 1)).getFirst().block().recipients().size());
  }

  @Test
  void markSettleFinish() {
    Held.of(store.commit(answer(1, 4), 1));
    var claim = taken(1);
    assertEquals(new Marked(false, PEOPLE.subList(0, 4)), Held.of(store.mark(claim, 1)));
    assertEquals("0 SENDING, 1 SENDING, 2 SENDING, 3 SENDING", states(1));
    Held.of(
        store.settle(
            claim,
            List.of(
                new Result(PEOPLE.get(0), SENT, true, ""),
                new Result(PEOPLE.get(1), FAILED, false, "21211"),
                new Result(PEOPLE.get(2), UNKNOWN, true, "http-500"),
                new Result(PEOPLE.get(3), EXPIRED, false, "")),
            1));
    assertEquals("0 SENT told, 1 FAILED 21211, 2 UNKNOWN told http-500, 3 EXPIRED", states(1));
    assertEquals(List.of(new DeliveryCounts(SMS, 0, 0, 1, 0, 1, 1, 1, 0)), store.counts(ALERT, 1));
    assertEquals(1, Held.of(store.pending(Severity.EXTREME, 1)).size());
    assertEquals(true, Held.of(store.finish(claim, 1)));
    assertEquals(List.of(), Held.of(store.pending(Severity.EXTREME, 1)));
    assertEquals(List.of(), Held.of(store.reclaim(Severity.EXTREME, 2)));
  }

  @Test
  void markingAgainUnderTheSameClaimTellsWhatIsStillOurs() {
    Held.of(store.commit(answer(1, 3), 1));
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    Held.of(store.settle(claim, List.of(result(1, SENT)), 1));
    assertEquals(List.of(PEOPLE.get(0), PEOPLE.get(2)), Held.of(store.mark(claim, 1)).ours());
    assertEquals(List.of(new DeliveryCounts(SMS, 0, 2, 1, 0, 0, 0, 0, 0)), store.counts(ALERT, 1));
  }

  @Test
  void whatOneClaimMarkedIsNotAnothers() {
    Held.of(store.commit(answer(1, 3), 1));
    Held.of(store.enqueue(List.of(block(1, SMS, Severity.EXTREME, 3)), 1));
    var claims = Held.of(store.take(Severity.EXTREME, 10, 1));
    assertEquals(3, Held.of(store.mark(claims.get(0), 1)).ours().size());
    assertEquals(List.of(), Held.of(store.mark(claims.get(1), 1)).ours());
    assertEquals(0, Held.of(store.settle(claims.get(1), List.of(result(0, SENT)), 1)));
    assertEquals("0 SENDING, 1 SENDING, 2 SENDING", states(1));
  }

  @Test
  void settlingTwiceChangesNothing() {
    Held.of(store.commit(answer(1, 2), 1));
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    assertEquals(1, Held.of(store.settle(claim, List.of(result(0, SENT)), 1)));
    assertEquals(0, Held.of(store.settle(claim, List.of(result(0, FAILED)), 1)));
    assertEquals("0 SENT told, 1 SENDING", states(1));
  }

  @Test
  void everyWriteUnderAnOldFencingNumberIsRefused() {
    Held.of(store.commit(answer(1, 3), 4));
    var claim = taken(4);
    Held.of(store.mark(claim, 4));
    Held.of(store.begin(ALERT, 1, false, 5));
    var before = states(1);
    assertEquals(new Fenced.Lost<Marked>(5), store.mark(claim, 4));
    assertEquals(new Fenced.Lost<Integer>(5), store.settle(claim, List.of(result(0, SENT)), 4));
    assertInstanceOf(Fenced.Lost.class, store.finish(claim, 4));
    assertInstanceOf(Fenced.Lost.class, store.take(Severity.EXTREME, 1, 4));
    assertInstanceOf(Fenced.Lost.class, store.pending(Severity.EXTREME, 4));
    assertInstanceOf(Fenced.Lost.class, store.reclaim(Severity.EXTREME, 4));
    assertInstanceOf(Fenced.Lost.class, store.commit(answer(2, 1), 4));
    assertInstanceOf(Fenced.Lost.class, store.begin(ALERT, 9, true, 4));
    assertInstanceOf(Fenced.Lost.class, store.suppressQueued(ALERT, 1, PARTITION, "x", 4));
    assertInstanceOf(Fenced.Lost.class, store.giveUpSending(ALERT, 1, PARTITION, 4));
    assertInstanceOf(Fenced.Lost.class, store.enqueue(List.of(claim.block()), 4));
    assertEquals(before, states(1));
    assertEquals(new Revisions(1, 0), Held.of(store.begin(ALERT, 1, false, 5)));
  }

  @Test
  void afterATakeoverSendingIsUnknownAndQueuedIsSent() {
    Held.of(store.commit(answer(1, 3), 1));
    var dead = taken(1);
    Held.of(store.mark(dead, 1));
    Held.of(store.settle(dead, List.of(result(0, SENT)), 1));
    Held.of(store.commit(answer(2, 2), 1));
    Held.of(store.take(Severity.EXTREME, 1, 1));

    var claims = Held.of(store.reclaim(Severity.EXTREME, 2));
    assertEquals(2, claims.size());
    assertEquals("0 SENT told, 1 UNKNOWN told left-behind, 2 UNKNOWN told left-behind", states(1));
    assertEquals("0 QUEUED, 1 QUEUED", states(2));
    assertEquals(List.of(), Held.of(store.mark(claims.get(0), 2)).ours());
    assertEquals(PEOPLE.subList(0, 2), Held.of(store.mark(claims.get(1), 2)).ours());
    assertEquals(List.of(new DeliveryCounts(SMS, 0, 0, 1, 0, 0, 2, 0, 0)), store.counts(ALERT, 1));
  }

  @Test
  void whatWasTakenWhileTheAnswerGotLostIsFoundAgain() {
    Held.of(store.commit(answer(1, 3), 1));
    var claim = taken(1);
    assertEquals(List.of(claim), Held.of(store.pending(Severity.EXTREME, 1)));
    assertEquals(List.of(), Held.of(store.pending(Severity.SEVERE, 1)));
    assertEquals(3, Held.of(store.mark(claim, 1)).ours().size());
  }

  @Test
  void aCancelOvertakesWhatIsQueued() {
    Held.of(store.begin(ALERT, 1, false, 1));
    Held.of(store.commit(answer(1, 3), 1));
    var claim = taken(1);
    assertEquals(new Revisions(2, 2), Held.of(store.begin(ALERT, 2, true, 1)));
    assertEquals(new Marked(true, List.of()), Held.of(store.mark(claim, 1)));
    assertEquals(
        "0 SUPPRESSED cancelled, 1 SUPPRESSED cancelled, 2 SUPPRESSED cancelled", states(1));
  }

  @Test
  void aCancelIsSeenByWhoMarkedBefore() {
    Held.of(store.commit(answer(1, 2), 1));
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    Held.of(store.begin(ALERT, 2, true, 1));
    assertEquals(new Marked(true, PEOPLE.subList(0, 2)), Held.of(store.mark(claim, 1)));
    Held.of(store.settle(claim, List.of(result(0, SUPPRESSED)), 1));
    assertEquals("0 SUPPRESSED told, 1 SENDING", states(1));
  }

  @Test
  void aCancelDoesNotStopItselfOrAnUpdateAfterIt() {
    Held.of(store.begin(ALERT, 2, true, 1));
    Held.of(store.commit(answer(2, 2), 1));
    assertEquals(new Marked(false, PEOPLE.subList(0, 2)), Held.of(store.mark(taken(1), 1)));
    assertEquals(new Revisions(3, 2), Held.of(store.begin(ALERT, 3, false, 1)));
  }

  @Test
  void anUpdateDoesNotStopWhatIsQueued() {
    Held.of(store.commit(answer(1, 2), 1));
    Held.of(store.begin(ALERT, 2, false, 1));
    assertEquals(new Marked(false, PEOPLE.subList(0, 2)), Held.of(store.mark(taken(1), 1)));
  }

  @Test
  void aPartitionOfAnEarlierRevisionThatComesTooLateTellsNobody() {
    Held.of(store.begin(ALERT, 1, false, 1));
    Held.of(store.begin(ALERT, 2, false, 1));
    assertEquals(Commit.SUPERSEDED, Held.of(store.commit(answer(1, 2), 1)));
    assertEquals("0 SUPPRESSED superseded, 1 SUPPRESSED superseded", states(1));
    assertEquals(0, store.audience(ALERT, 1, PARTITION).orElseThrow().total());
    assertEquals(List.of(), Held.of(store.take(Severity.EXTREME, 10, 1)));
    assertEquals(Commit.REPEATED, Held.of(store.commit(answer(1, 2), 1)));
  }

  @Test
  void queuedOnesOfAPartitionCanBeSuppressed() {
    Held.of(store.commit(answer(1, 3), 1));
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    Held.of(store.settle(claim, List.of(result(0, SENT)), 1));
    Held.of(store.commit(answer(2, 2), 1));
    assertEquals(0, Held.of(store.suppressQueued(ALERT, 1, PARTITION, "cancelled", 1)));
    assertEquals(2, Held.of(store.suppressQueued(ALERT, 2, PARTITION, "cancelled", 1)));
    assertEquals("0 SENT told, 1 SENDING, 2 SENDING", states(1));
    assertEquals("0 SUPPRESSED cancelled, 1 SUPPRESSED cancelled", states(2));
    assertEquals(List.of(new DeliveryCounts(SMS, 0, 0, 0, 0, 0, 0, 0, 2)), store.counts(ALERT, 2));
  }

  @Test
  void sendingOnesOfAPartitionCanBeGivenUp() {
    Held.of(store.commit(answer(1, 2), 1));
    Held.of(store.mark(taken(1), 1));
    assertEquals(2, Held.of(store.giveUpSending(ALERT, 1, PARTITION, 1)));
    assertEquals("0 UNKNOWN told left-behind, 1 UNKNOWN told left-behind", states(1));
  }

  /** Every move that a receipt could ask for, and whether it is one. */
  @ParameterizedTest
  @EnumSource(DeliveryState.class)
  void receiptsOnlyMoveForward(DeliveryState from) {
    for (DeliveryState to : List.of(SENT, DELIVERED, FAILED, EXPIRED)) {
      store = fresh();
      bring(from);
      var before = states(1);
      boolean forward =
          switch (from) {
            case SENDING, UNKNOWN -> true;
            case SENT -> to != SENT;
            case QUEUED, DELIVERED, FAILED, EXPIRED, SUPPRESSED -> false;
          };
      var id = new DeliveryId(ALERT, 1, PEOPLE.getFirst(), SMS);
      assertEquals(forward, store.receipt(id, to, "30003"), from + " to " + to);
      assertEquals(forward ? "0 " + to + " told 30003" : before, states(1), from + " to " + to);
      int total = store.counts(ALERT, 1).stream().mapToInt(DeliveryCounts::total).sum();
      assertEquals(1, total);
      assertFalse(store.receipt(id, to, "again"), "a second receipt moves nothing");
    }
  }

  private void bring(DeliveryState to) {
    if (to == SUPPRESSED) {
      Held.of(store.commit(answer(1, 1), 1));
      Held.of(store.suppressQueued(ALERT, 1, PARTITION, "", 1));
      return;
    }
    Held.of(store.commit(answer(1, 1), 1));
    if (to != QUEUED) {
      var claim = taken(1);
      Held.of(store.mark(claim, 1));
      if (to != SENDING) {
        Held.of(store.settle(claim, List.of(result(0, to)), 1));
      }
    }
  }

  @Test
  void aReceiptThatOvertakesTheProvidersAnswerStays() {
    Held.of(store.commit(answer(1, 1), 1));
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    assertTrue(store.receipt(claim.block().delivery(PEOPLE.getFirst()), DELIVERED, ""));
    assertEquals(0, Held.of(store.settle(claim, List.of(result(0, SENT)), 1)));
    assertEquals("0 DELIVERED told", states(1));
  }

  @Test
  void aReceiptForNobodyMovesNothing() {
    Held.of(store.commit(answer(1, 1), 1));
    assertFalse(store.receipt(new DeliveryId(ALERT, 1, PEOPLE.get(3), SMS), DELIVERED, ""));
    assertFalse(store.receipt(new DeliveryId(ALERT, 1, PEOPLE.get(0), PUSH), DELIVERED, ""));
    assertFalse(store.receipt(new DeliveryId(ALERT, 9, PEOPLE.get(0), SMS), DELIVERED, ""));
    assertEquals("0 QUEUED", states(1));
  }

  @Test
  void theDigestSpeaksOfRecipientChannelAndStateOnly() throws InterruptedException {
    var empty = LedgerDigest.of(store, PATIENCE, ALERT, 1);
    Held.of(store.commit(answer(1, 2), 1));
    var queued = LedgerDigest.of(store, PATIENCE, ALERT, 1);
    assertNotEquals(empty, queued);
    var claim = taken(1);
    Held.of(store.mark(claim, 1));
    Held.of(store.settle(claim, List.of(result(0, SENT), result(1, FAILED)), 1));
    var settled = LedgerDigest.of(store, PATIENCE, ALERT, 1);
    assertNotEquals(queued, settled);
    assertEquals(sha256(PEOPLE.get(0) + "|SMS|SENT\n" + PEOPLE.get(1) + "|SMS|FAILED\n"), settled);
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void textOfAnyKindComesBackAsItWent() {
    var refs = List.of(new PersonRef("inst-0001/1"), new PersonRef("a.b:c_d-e/2"));
    var block =
        new OutboxBlock("live", ALERT, 3, PARTITION, PUSH, Severity.MINOR, refs, "a|b\"c\\d\nü");
    Held.of(store.enqueue(List.of(block), 1));
    assertEquals(block, Held.of(store.take(Severity.MINOR, 1, 1)).getFirst().block());
  }
}
