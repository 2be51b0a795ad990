package nadhir.ops;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shape of the house: who may know whom, what stays pure, and where time and chance come in.
 */
class ArchitectureTest {

  private static final String[] TECHNOLOGY = {
    "io.vertx..", "com.hazelcast..", "io.lettuce..", "org.slf4j..", "io.netty.."
  };

  /** What reads the wall clock, throws dice or sleeps; {@code <init>} without arguments only. */
  private static final Map<String, Set<String>> AMBIENT =
      Map.ofEntries(
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.time.Year", Set.of("now")),
          Map.entry("java.time.InstantSource", Set.of("system")),
          Map.entry(
              "java.time.Clock",
              Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds")),
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.util.Date", Set.of("<init>")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.util.Random", Set.of("<init>")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
          Map.entry("java.util.Collections", Set.of("shuffle")),
          Map.entry("java.lang.Thread", Set.of("sleep")),
          Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")));

  /** Names in {@link #AMBIENT} that are harmless once an argument (a seed, an instant) is given. */
  private static final Set<String> HARMLESS_WITH_ARGUMENT =
      Set.of("java.util.Date", "java.util.Random");

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(ArchitectureTest::isProduction)
            .importPackages("nadhir");
  }

  private static boolean isProduction(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyModuleIsSeen(String module) {
    assertTrue(
        house.stream().anyMatch(c -> c.getPackageName().equals("nadhir." + module)),
        "no class of module " + module + " was found: the other rules would pass without looking");
  }

  static Stream<String> modules() {
    return Stream.of("core", "geofence", "alerting", "dispatch", "drills", "ops");
  }

  @Test
  void coreKnowsNoSibling() {
    check(modulesDoNotKnow("nadhir.core..", "geofence", "alerting", "dispatch", "drills", "ops"));
  }

  @Test
  void siblingsMeetOnlyThroughCore() {
    check(modulesDoNotKnow("nadhir.geofence..", "alerting", "dispatch", "drills", "ops"));
    check(modulesDoNotKnow("nadhir.alerting..", "geofence", "dispatch", "drills", "ops"));
    check(modulesDoNotKnow("nadhir.dispatch..", "geofence", "alerting", "drills", "ops"));
    check(modulesDoNotKnow("nadhir.drills..", "geofence", "alerting", "dispatch", "ops"));
  }

  @Test
  void everyClassLivesInAModule() {
    check(
        classes()
            .should()
            .resideInAnyPackage(modules().map(m -> "nadhir." + m + "..").toArray(String[]::new)));
  }

  @Test
  void desksArePure() {
    check(
        noClasses()
            .that(describe("are desks or lie inside one", ArchitectureTest::isDesk))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TECHNOLOGY));
  }

  @Test
  void eventsImpactModelsAndRulesArePure() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("..event..", "..impact..", "..rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TECHNOLOGY));
  }

  @Test
  void onlyOpsReadsAClockThrowsDiceOrSleeps() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("nadhir.ops..")
            .should()
            .accessTargetWhere(AMBIENT_ACCESS)
            .because("lane time and chance are handed in, so that a run can be repeated"));
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching("nadhir.(*).(*)..").should().beFreeOfCycles());
  }

  private static final DescribedPredicate<JavaAccess<?>> AMBIENT_ACCESS =
      describe(
          "reads a clock, throws dice or sleeps",
          access -> {
            var owner = access.getTargetOwner().getName();
            var names = AMBIENT.getOrDefault(owner, Set.of());
            return names.contains(access.getTarget().getName())
                && !(HARMLESS_WITH_ARGUMENT.contains(owner) && hasArguments(access));
          });

  private static boolean hasArguments(JavaAccess<?> access) {
    return !access.getTarget().getFullName().endsWith("()");
  }

  private static boolean isDesk(JavaClass type) {
    var outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSimpleName().endsWith("Desk");
  }

  private static ArchRule modulesDoNotKnow(String from, String... modules) {
    var banned = Stream.of(modules).map(m -> "nadhir." + m + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(banned);
  }

  /** A rule about something that does not exist yet is kept, not broken. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(house);
  }
}
