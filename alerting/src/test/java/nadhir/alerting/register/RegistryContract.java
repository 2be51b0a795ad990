package nadhir.alerting.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nadhir.alerting.sim.TestPeople;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every register does, in memory or on Redis. */
public abstract class RegistryContract {
  private Registry registry;

  /** A register of nobody. */
  protected abstract Registry fresh();

  @BeforeEach
  void open() {
    registry = fresh();
  }

  private static PersonRef ref(String value) {
    return new PersonRef(value);
  }

  @Test
  void everythingComesBackAsItWasEntered() {
    var everything =
        TestPeople.in(0, "inst-0001/2")
            .kind(Subscriber.Kind.INSTITUTION, "hotels", "dive-centres")
            .language("en")
            .seenIn(1)
            .push()
            .optedOutBelow(Severity.SEVERE)
            .build();
    var little = TestPeople.in(0, "p-2").noSms().build();
    registry.put(everything);
    registry.put(little);
    assertEquals(Optional.of(everything), registry.find(everything.ref()));
    assertEquals(List.of(everything), registry.partition(everything.partition()));
    assertEquals(Optional.of(little), registry.find(little.ref()));
  }

  @Test
  void whoIsNotThereIsNotFound() {
    assertEquals(Optional.empty(), registry.find(ref("p-1")));
    assertEquals(List.of(), registry.partition(7));
    assertEquals(0, registry.revision());
    registry.remove(ref("p-1"));
    assertEquals(0, registry.revision());
  }

  @Test
  void severalAreFoundInTheOrderAsked() {
    for (int i = 0; i < 20; i++) {
      registry.put(TestPeople.in(0, "p-" + i).build());
    }
    var asked = List.of(ref("p-11"), ref("p-3"), ref("nobody"), ref("p-19"));
    assertEquals(
        List.of("p-11", "p-3", "p-19"),
        registry.findAll(asked).stream().map(s -> s.ref().value()).toList());
    assertEquals(List.of(), registry.findAll(List.of()));
  }

  @Test
  void aPartitionIsInOrderOfReference() {
    List<Subscriber> here =
        IntStream.range(0, 20_000)
            .mapToObj(i -> ref("p-%05d".formatted(i)))
            .filter(r -> Partition.of(r) == 3)
            .limit(10)
            .map(r -> TestPeople.in(0, r.value()).build())
            .toList();
    here.reversed().forEach(registry::put);
    assertEquals(here, registry.partition(3));
  }

  @Test
  void everyChangeIsANewRevision() {
    registry.put(TestPeople.in(0, "p-1").build());
    assertEquals(1, registry.revision());
    long before = registry.revision();
    registry.put(TestPeople.in(1, "p-1").build());
    assertTrue(registry.revision() > before);
    before = registry.revision();
    registry.remove(ref("p-1"));
    assertTrue(registry.revision() > before);
  }

  @Test
  void aNumberLeadsToWhoHasItNow() {
    var first = TestPeople.in(0, "p-1").build();
    registry.put(first);
    var number = first.phone().orElseThrow();
    assertEquals(Optional.of(ref("p-1")), registry.findByPhone(number));
    registry.put(TestPeople.in(0, "p-1").noSms().push().build());
    assertEquals(Optional.empty(), registry.findByPhone(number));
    registry.put(first);
    registry.remove(ref("p-1"));
    assertEquals(Optional.empty(), registry.findByPhone(number));
  }

  @Test
  void aNumberThatTwoShareLeadsToTheFirstAndThenToTheOther() {
    var number = new PhoneNumber("+9991234567");
    registry.put(sharing("p-2", number));
    registry.put(sharing("p-1", number));
    assertEquals(Optional.of(ref("p-1")), registry.findByPhone(number));
    registry.remove(ref("p-1"));
    assertEquals(Optional.of(ref("p-2")), registry.findByPhone(number));
    registry.remove(ref("p-2"));
    assertEquals(Optional.empty(), registry.findByPhone(number));
  }

  private static Subscriber sharing(String who, PhoneNumber number) {
    var s = TestPeople.in(0, who).build();
    return new Subscriber(
        s.ref(),
        s.kind(),
        s.language(),
        s.home(),
        s.last(),
        Optional.of(number),
        s.push(),
        s.optedOutBelow(),
        s.tags());
  }

  @Test
  void aPushSubscriptionThatIsGoneIsForgotten() {
    var person = TestPeople.in(0, "p-1").push().build();
    registry.put(person);
    registry.forgetPush(person.ref(), person.push().orElseThrow());
    assertEquals(Optional.of(person.withoutPush()), registry.find(person.ref()));
    assertEquals(Optional.of(person.ref()), registry.findByPhone(person.phone().orElseThrow()));
  }

  @Test
  void aNewerPushSubscriptionStays() {
    var person = TestPeople.in(0, "p-1").push().build();
    registry.put(person);
    long before = registry.revision();
    registry.forgetPush(person.ref(), TestPeople.KEYS.address(ref("p-2")));
    registry.forgetPush(ref("nobody"), TestPeople.KEYS.address(ref("p-2")));
    assertEquals(Optional.of(person), registry.find(person.ref()));
    assertEquals(before, registry.revision());
  }
}
