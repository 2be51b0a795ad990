package nadhir.alerting.audience;

import static nadhir.core.alert.AlertMessage.MsgType.CANCEL;
import static nadhir.core.alert.AlertMessage.MsgType.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.DeliveryStore.Result;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.Subscriber;
import nadhir.alerting.sim.Held;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;

class AudienceResolverTest {
  private static final Lane.Drill LANE = new Lane.Drill("test");

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  private final AudienceResolver resolver =
      new AudienceResolver(
          new PartitionAnswers(
              LANE,
              new RegistryGrid(registry),
              store,
              new ExerciseOrders(LANE),
              new Patience(_ -> Thread.onSpinWait())),
          AudienceSpread.HERE);

  private void register(TestPeople... people) {
    for (TestPeople person : people) {
      registry.put(person.build());
    }
  }

  private AudienceCounts resolve(AlertMessage message) throws InterruptedException {
    return Held.of(resolver.resolve(message, message.cap().severity(), 1));
  }

  /** One line each: {@code p-1 SMS QUEUED}. */
  private String ledger(int revision) {
    return lines(revision).stream()
        .map(
            l ->
                l.recipient()
                    + " "
                    + l.channel()
                    + " "
                    + l.state()
                    + (l.reason().isEmpty() ? "" : " " + l.reason())
                    + "\n")
        .sorted()
        .reduce("", String::concat);
  }

  private List<LedgerLine> lines(int revision) {
    return IntStream.range(0, Partition.COUNT)
        .mapToObj(p -> store.lines(new AlertId("alert-1"), revision, p))
        .flatMap(List::stream)
        .toList();
  }

  private static TestAlerts alert() {
    return TestAlerts.alert("alert-1", TestZones.square(0));
  }

  /** Takes all that waits and lets it end in {@code state}. */
  private void send(DeliveryState state, boolean told) {
    for (Severity severity : Severity.values()) {
      var claims = Held.of(store.take(severity, 1000, 1));
      for (var claim : claims) {
        store.mark(claim, 1);
        store.settle(
            claim,
            claim.block().recipients().stream().map(r -> new Result(r, state, told, "")).toList(),
            1);
        store.finish(claim, 1);
      }
    }
  }

  @Test
  void whoIsInsideIsToldOnAllTheirChannels() throws InterruptedException {
    register(
        TestPeople.in(0, "p-1"),
        TestPeople.in(0, "p-2").push(),
        TestPeople.in(0, "p-3").noSms().push().language("en"),
        TestPeople.in(1, "p-4"));
    assertEquals(
        new AudienceCounts(3, 0, 0, 0, new TreeMap<>(Map.of("ar", 2, "en", 1))),
        resolve(alert().build()));
    assertEquals(
        """
        p-1 SMS QUEUED
        p-2 PUSH QUEUED
        p-2 SMS QUEUED
        p-3 PUSH QUEUED
        """,
        ledger(1));
  }

  @Test
  void theLastPlaceGoesBeforeHome() throws InterruptedException {
    register(TestPeople.in(0, "gone-away").seenIn(1), TestPeople.in(1, "visitor").seenIn(0));
    resolve(alert().build());
    assertEquals("visitor SMS QUEUED\n", ledger(1));
  }

  @Test
  void whoOptedOutOfMildThingsIsCountedAsUnreachable() throws InterruptedException {
    register(
        TestPeople.in(0, "p-1").optedOutBelow(Severity.SEVERE),
        TestPeople.in(0, "p-2"),
        TestPeople.in(0, "p-3").noSms());
    assertEquals(
        new AudienceCounts(1, 0, 0, 2, new TreeMap<>(Map.of("ar", 1))),
        resolve(alert().severity(Severity.MODERATE).build()));
    assertEquals(
        """
        p-1 SMS SUPPRESSED opted-out
        p-2 SMS QUEUED
        """,
        ledger(1));
  }

  @Test
  void nobodyCanOptOutOfTheWorst() throws InterruptedException {
    register(TestPeople.in(0, "p-1").optedOutBelow(Severity.SEVERE));
    resolve(alert().severity(Severity.SEVERE).build());
    assertEquals("p-1 SMS QUEUED\n", ledger(1));
  }

  private void registerOfEachKind() {
    register(
        TestPeople.in(0, "p-1"),
        TestPeople.in(0, "inst-0001/1").kind(Subscriber.Kind.INSTITUTION, "hotels"),
        TestPeople.in(0, "inst-0001/2").kind(Subscriber.Kind.INSTITUTION, "hotels"),
        TestPeople.in(1, "inst-0002/1").kind(Subscriber.Kind.INSTITUTION, "dive-centres"),
        TestPeople.in(1, "navy/1").kind(Subscriber.Kind.PARTNER, "navy"),
        TestPeople.in(0, "vessel-1/1").kind(Subscriber.Kind.PARTNER, "vessels"));
  }

  @Test
  void institutionsInsideAreToldOnEveryDutyPhoneAndCountOnce() throws InterruptedException {
    registerOfEachKind();
    assertEquals(
        new AudienceCounts(1, 1, 0, 0, new TreeMap<>(Map.of("ar", 2))), resolve(alert().build()));
    assertEquals(
        """
        inst-0001/1 SMS QUEUED
        inst-0001/2 SMS QUEUED
        p-1 SMS QUEUED
        """,
        ledger(1));
  }

  @Test
  void whatIsRestrictedGoesToTheListsOnlyWhereverTheyAre() throws InterruptedException {
    registerOfEachKind();
    assertEquals(
        new AudienceCounts(0, 1, 2, 0, new TreeMap<>(Map.of("ar", 3))),
        resolve(
            alert()
                .scope(Scope.RESTRICTED)
                .audience(false, false, "navy", "vessels", "dive-centres")
                .build()));
    assertEquals(
        """
        inst-0002/1 SMS QUEUED
        navy/1 SMS QUEUED
        vessel-1/1 SMS QUEUED
        """,
        ledger(1));
  }

  @Test
  void whatIsRestrictedNeverGoesToThePublicEvenIfItAsksForThem() throws InterruptedException {
    registerOfEachKind();
    resolve(alert().scope(Scope.RESTRICTED).audience(true, false, "navy").build());
    assertEquals("navy/1 SMS QUEUED\n", ledger(1));
  }

  @Test
  void aCancelGoesToExactlyThoseWhoGotTheAlert() throws InterruptedException {
    register(
        TestPeople.in(0, "p-1"),
        TestPeople.in(0, "p-2").push().language("en"),
        TestPeople.in(0, "p-3").optedOutBelow(Severity.SEVERE),
        TestPeople.in(0, "moves").language("en"));
    resolve(alert().severity(Severity.SEVERE).build());
    send(DeliveryState.SENT, true);
    registry.put(TestPeople.in(0, "moves").language("en").seenIn(1).build());
    register(TestPeople.in(0, "newcomer"));

    assertEquals(
        new AudienceCounts(4, 0, 0, 0, new TreeMap<>(Map.of("ar", 2, "en", 2))),
        resolve(alert().severity(Severity.MINOR).revision(2, CANCEL).build()));
    assertEquals(
        """
        moves SMS QUEUED
        p-1 SMS QUEUED
        p-2 PUSH QUEUED
        p-2 SMS QUEUED
        p-3 SMS QUEUED
        """,
        ledger(2));
  }

  @Test
  void whoNeverGotTheAlertGetsNoCancelButWhoMayHaveGotItDoes() throws InterruptedException {
    register(TestPeople.in(0, "p-1"));
    resolve(alert().build());
    send(DeliveryState.FAILED, false);
    register(TestPeople.in(0, "p-2"));
    resolve(alert().revision(2, UPDATE).build());
    assertEquals("p-1 SMS QUEUED\np-2 SMS QUEUED\n", ledger(2));
    send(DeliveryState.UNKNOWN, true);
    resolve(alert().revision(3, CANCEL).build());
    assertEquals("p-1 SMS QUEUED\np-2 SMS QUEUED\n", ledger(3));
  }

  @Test
  void aCancelOfWhatReachedNobodyGoesToNobody() throws InterruptedException {
    register(TestPeople.in(0, "p-1"));
    resolve(alert().build());
    send(DeliveryState.FAILED, false);
    assertEquals(0, resolve(alert().revision(2, CANCEL).build()).total());
    assertEquals("", ledger(2));
  }

  @Test
  void anUpdateGoesToWhoGotTheAlertAndToWhoIsInsideNow() throws InterruptedException {
    register(TestPeople.in(0, "p-1"), TestPeople.in(0, "leaves"), TestPeople.in(1, "outside"));
    resolve(alert().build());
    send(DeliveryState.SENT, true);
    registry.put(TestPeople.in(0, "leaves").seenIn(1).build());
    register(TestPeople.in(1, "enters").seenIn(0));
    assertEquals(3, resolve(alert().revision(2, UPDATE).build()).people());
    assertEquals(
        """
        enters SMS QUEUED
        leaves SMS QUEUED
        p-1 SMS QUEUED
        """,
        ledger(2));
  }

  @Test
  void whoHasLeftTheRegisterIsWrittenDownAsSuch() throws InterruptedException {
    register(TestPeople.in(0, "p-1"));
    resolve(alert().build());
    send(DeliveryState.SENT, true);
    registry.remove(new PersonRef("p-1"));
    assertEquals(0, resolve(alert().revision(2, CANCEL).build()).total());
    assertEquals("p-1 SMS SUPPRESSED no-address\n", ledger(2));
  }

  @Test
  void whoseChannelIsGoneIsToldOnAnother() throws InterruptedException {
    register(TestPeople.in(0, "p-1").noSms().push());
    resolve(alert().build());
    send(DeliveryState.SENT, true);
    registry.put(TestPeople.in(0, "p-1").build());
    resolve(alert().revision(2, CANCEL).build());
    assertEquals("p-1 SMS QUEUED\n", ledger(2));
  }

  @Test
  void resolvingAgainChangesNothing() throws InterruptedException {
    register(TestPeople.in(0, "p-1"));
    var first = resolve(alert().build());
    register(TestPeople.in(0, "p-2"));
    assertEquals(first, resolve(alert().build()));
    assertEquals("p-1 SMS QUEUED\n", ledger(1));
  }

  @Test
  void anOldFencingNumberResolvesNothing() throws InterruptedException {
    register(TestPeople.in(0, "p-1"));
    store.begin(new AlertId("alert-9"), 1, false, 5);
    assertEquals(
        new Fenced.Lost<AudienceCounts>(5), resolver.resolve(alert().build(), Severity.EXTREME, 4));
    assertEquals("", ledger(1));
  }

  @Test
  void aPreviewCountsTheSameAndWritesNothing() throws InterruptedException {
    registerOfEachKind();
    var preview = resolver.preview(alert().build());
    assertEquals("", ledger(1));
    assertEquals(preview, resolve(alert().build()));
  }

  @Test
  void blocksHoldAHundredAtMostAndEveryQueuedRecipientOnce() throws InterruptedException {
    List<PersonRef> here = new ArrayList<>();
    for (int i = 0; here.size() < 250; i++) {
      var ref = new PersonRef("p-" + i);
      if (Partition.of(ref) == 7) {
        here.add(ref);
        register(TestPeople.in(0, ref.value()));
      }
    }
    resolve(alert().build());
    var claims = Held.of(store.take(Severity.EXTREME, 1000, 1));
    assertEquals(
        List.of(100, 100, 50), claims.stream().map(c -> c.block().recipients().size()).toList());
    assertEquals(
        here.stream().sorted().toList(),
        claims.stream().flatMap(c -> c.block().recipients().stream()).sorted().toList());
    OutboxBlock block = claims.getFirst().block();
    assertEquals(true, new ExerciseOrders(LANE).isGenuine(block));
  }

  @Test
  void aLanguageWithoutWordingIsToldInEnglish() {
    var message = alert().build();
    assertEquals("ar", LanguageChoice.of(message, "ar").language());
    assertEquals("ar", LanguageChoice.of(message, "ar-JO").language());
    assertEquals("en", LanguageChoice.of(message, "de").language());
    assertEquals("en", LanguageChoice.of(message, "en-GB").language());
  }
}
