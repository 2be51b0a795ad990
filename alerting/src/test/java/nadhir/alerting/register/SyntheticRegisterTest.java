package nadhir.alerting.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.Channel;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import org.junit.jupiter.api.Test;

class SyntheticRegisterTest {
  private static final List<Zone> ZONES = TestZones.named("west", "middle", "east");

  private static RegisterSpec spec(long seed) {
    return new RegisterSpec(
        seed,
        10_000,
        List.of(
            new RegisterSpec.Group(70, List.of(new ZoneId("west"), new ZoneId("middle"))),
            new RegisterSpec.Group(30, List.of(new ZoneId("east")))),
        List.of(new RegisterSpec.Language("ar", 78), new RegisterSpec.Language("en", 22)),
        new RegisterSpec.Channels(55, 20, 25),
        3,
        1,
        "test");
  }

  private static final Contacts CONTACTS =
      new Contacts(
          List.of(
              new Contacts.Institution(
                  new PersonRef("inst-0001"),
                  Contacts.InstitutionKind.HOTEL,
                  Words.arEn("فندق", "Hotel"),
                  new ZoneId("east"),
                  "en",
                  List.of(new PhoneNumber("+9995000101"), new PhoneNumber("+9995000102")),
                  List.of(),
                  "test")),
          List.of());

  private static final List<Subscriber> ALL = SyntheticRegister.generate(spec(1), CONTACTS, ZONES);

  private static List<Subscriber> people() {
    return ALL.stream().filter(s -> s.kind() == Subscriber.Kind.PUBLIC).toList();
  }

  @Test
  void oneSeedMakesTheSamePeopleAndAnotherSeedOthers() {
    assertEquals(ALL, SyntheticRegister.generate(spec(1), CONTACTS, ZONES));
    assertNotEquals(ALL, SyntheticRegister.generate(spec(2), CONTACTS, ZONES));
  }

  @Test
  void theSameSeedMakesTheSamePeopleForEver() {
    var first = ALL.getFirst();
    assertEquals(
        "p-00001 en 29.50581 35.02458 [SMS, PUSH] partition 64",
        "%s %s %.5f %.5f %s partition %d"
            .formatted(
                first.ref(),
                first.language(),
                first.home().latDeg(),
                first.home().lonDeg(),
                first.channels(),
                first.partition()));
  }

  @Test
  void sharesAreKeptWithinThreeStandardDeviations() {
    assertNear(70, share(s -> s.home().lonDeg() < 35.02));
    assertNear(30, share(s -> s.home().lonDeg() >= 35.02));
    assertNear(70.0 / 3, share(s -> s.home().lonDeg() < 35.01));
    assertNear(78, share(s -> s.language().equals("ar")));
    assertNear(55, share(s -> s.channels().equals(List.of(Channel.SMS))));
    assertNear(20, share(s -> s.channels().equals(List.of(Channel.PUSH))));
    assertNear(25, share(s -> s.channels().equals(List.of(Channel.SMS, Channel.PUSH))));
    assertNear(3, share(s -> s.optedOutBelow().isPresent()));
  }

  private static double share(java.util.function.Predicate<Subscriber> which) {
    return 100.0 * people().stream().filter(which).count() / people().size();
  }

  private static void assertNear(double expected, double actual) {
    assertEquals(expected, actual, 1.5, "of 10,000 draws, sigma is 0.5 points or less");
  }

  @Test
  void everybodyLivesInsideAZoneAndHasANumberOfTheirOwnThatRingsNowhere() {
    var locators = ZONES.stream().map(z -> new AreaLocator(z.area())).toList();
    for (Subscriber s : ALL) {
      assertTrue(locators.stream().anyMatch(l -> l.covers(s.home())), s.ref().value());
      assertTrue(s.phone().map(PhoneNumber::isSynthetic).orElse(true));
    }
    long withPhone = ALL.stream().filter(s -> s.phone().isPresent()).count();
    assertEquals(withPhone, ALL.stream().flatMap(s -> s.phone().stream()).distinct().count());
  }

  @Test
  void dutyPhonesOfAnInstitutionLieTogether() {
    var phones = ALL.stream().filter(s -> s.kind() == Subscriber.Kind.INSTITUTION).toList();
    assertEquals(
        List.of("inst-0001/1", "inst-0001/2"), phones.stream().map(s -> s.ref().value()).toList());
    assertEquals(phones.get(0).partition(), phones.get(1).partition());
    assertEquals(phones.get(0).home(), phones.get(1).home());
    assertEquals(List.of("hotels"), phones.get(0).tags());
    assertEquals(new PersonRef("inst-0001"), phones.get(1).owner());
  }

  @Test
  void peopleAreSpreadOverAllPartitions() {
    Map<Integer, Long> sizes =
        people().stream()
            .collect(
                Collectors.groupingBy(Subscriber::partition, TreeMap::new, Collectors.counting()));
    assertEquals(Partition.COUNT, sizes.size());
    assertTrue(sizes.values().stream().allMatch(n -> n > 10 && n < 80), sizes.toString());
  }

  @Test
  void whoAsksForLessIsOptedOutOfMildThings() {
    Map<PersonRef, Subscriber> byRef =
        people().stream().collect(Collectors.toMap(Subscriber::ref, Function.identity()));
    var somebody =
        byRef.values().stream()
            .filter(s -> s.optedOutBelow().isPresent())
            .findFirst()
            .orElseThrow();
    assertEquals(false, somebody.optedOutOf(nadhir.core.report.Severity.EXTREME));
    assertEquals(false, somebody.optedOutOf(nadhir.core.report.Severity.SEVERE));
    assertEquals(true, somebody.optedOutOf(nadhir.core.report.Severity.MODERATE));
  }
}
