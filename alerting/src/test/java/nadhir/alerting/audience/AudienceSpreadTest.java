package nadhir.alerting.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import nadhir.alerting.audience.AudienceSpread.Question;
import nadhir.alerting.audience.AudienceSpread.Reply;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Partition;
import nadhir.alerting.sim.Held;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;

class AudienceSpreadTest {
  private static final Lane.Drill LANE = new Lane.Drill("spread");
  private static final int PEOPLE = 1_000;

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  private final AlertMessage message = TestAlerts.alert("alert-1", TestZones.square(0)).build();
  private final ConcurrentLinkedQueue<Question> asked = new ConcurrentLinkedQueue<>();

  AudienceSpreadTest() {
    for (int i = 0; i < PEOPLE; i++) {
      registry.put(TestPeople.in(0, "p-" + i).build());
    }
  }

  private PartitionAnswers member() {
    return new PartitionAnswers(
        LANE,
        new RegistryGrid(registry),
        store,
        new ExerciseOrders(LANE),
        new Patience(_ -> Thread.onSpinWait()));
  }

  private Fenced<AudienceCounts> resolve(AudienceSpread spread) throws InterruptedException {
    AudienceSpread counted =
        question -> {
          asked.add(question);
          return spread.ask(question);
        };
    return new AudienceResolver(member(), counted).resolve(message, Severity.EXTREME, 1);
  }

  private Reply answer(PartitionAnswers member, Question q) throws InterruptedException {
    return switch (member.answer(message, q.stream(), q.partition(), q.fence())) {
      case Fenced.Held<AudienceCounts>(var audience) -> new Reply.Answered(audience);
      case Fenced.Lost<AudienceCounts>(long newest) -> new Reply.Overtaken(newest);
    };
  }

  private void everybodyIsToldOnce(Fenced<AudienceCounts> sum) {
    assertEquals(PEOPLE, Held.of(sum).people());
    List<PersonRef> told =
        IntStream.range(0, Partition.COUNT)
            .mapToObj(p -> store.lines(message.alert(), 1, p))
            .flatMap(List::stream)
            .map(LedgerLine::recipient)
            .toList();
    assertEquals(PEOPLE, told.size());
    assertEquals(PEOPLE, told.stream().distinct().count());
    List<PersonRef> waiting = new ArrayList<>();
    Held.of(store.take(Severity.EXTREME, 10_000, 1))
        .forEach(claim -> waiting.addAll(claim.block().recipients()));
    assertEquals(PEOPLE, waiting.size());
  }

  @Test
  void eachPartitionIsAskedOfItsOwner() throws InterruptedException {
    var owner = member();
    everybodyIsToldOnce(resolve(question -> Optional.of(answer(owner, question))));
    assertEquals(
        IntStream.range(0, Partition.COUNT).boxed().toList(),
        asked.stream().map(Question::partition).sorted().toList());
    assertTrue(asked.stream().allMatch(q -> q.registryRevision() == registry.revision()));
  }

  @Test
  void whoIsNotReadyIsAskedTwiceAndThenThePartitionIsAnsweredHere() throws InterruptedException {
    everybodyIsToldOnce(resolve(_ -> Optional.of(new Reply.NotReady("gone"))));
    assertEquals(2 * Partition.COUNT, asked.size());
  }

  @Test
  void anAnswerThatGotLostStands() throws InterruptedException {
    var owner = member();
    var answers = new AtomicInteger();
    everybodyIsToldOnce(
        resolve(
            question -> {
              answer(owner, question);
              answers.incrementAndGet();
              return Optional.of(new Reply.NotReady("the reply is lost"));
            }));
    assertEquals(2 * Partition.COUNT, answers.get());
  }

  @Test
  void anOwnerThatKnowsOfANewerWatchEndsIt() throws InterruptedException {
    assertEquals(
        new Fenced.Lost<AudienceCounts>(7),
        resolve(
            question ->
                question.partition() == 200
                    ? Optional.of(new Reply.Overtaken(7))
                    : Optional.empty()));
  }

  @Test
  void membersThatComeAndGoAnswerEachPartitionOnce() throws InterruptedException {
    long seed = 20_261_126;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<PartitionAnswers> members = List.of(member(), member(), member());
    everybodyIsToldOnce(
        resolve(
            question -> {
              int what;
              synchronized (random) {
                what = random.nextInt(6);
              }
              if (what < members.size()) {
                return Optional.of(answer(members.get(what), question));
              }
              if (what == 3) {
                answer(members.getFirst(), question);
              }
              return what == 4 ? Optional.empty() : Optional.of(new Reply.NotReady("seed " + seed));
            }));
  }
}
