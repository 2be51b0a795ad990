package nadhir.alerting.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.Subscriber;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.PersonRef;
import nadhir.core.sim.StarZones;
import org.junit.jupiter.api.Test;

/** The grid beside the scan, over one register. */
class RegistryGridTest {
  private static final long SEED = 31;
  private static final int PEOPLE = 4_000;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final RegistryScan scan = new RegistryScan(registry);
  private final RegistryGrid grid = new RegistryGrid(registry);

  private LatLon place() {
    return new LatLon(random.nextDouble(29, 30), random.nextDouble(34.5, 35.5));
  }

  private Subscriber somebody(int number) {
    return new Subscriber(
        new PersonRef("p-" + number),
        Subscriber.Kind.PUBLIC,
        "ar",
        place(),
        random.nextBoolean() ? Optional.of(place()) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        random.nextInt(9) == 0 ? List.of("navy") : List.of());
  }

  private Area area() {
    var centre = place();
    return new Area(
        List.of(new Area.Polygon(StarZones.star(centre, 40_000, 50, random), List.of())),
        List.of(new Area.Circle(place(), 9_000)));
  }

  private int compare() {
    var area = new AreaLocator(area());
    int found = 0;
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      List<Subscriber> inside = scan.inside(partition, area);
      assertEquals(inside, grid.inside(partition, area), "seed " + SEED);
      assertEquals(
          scan.listed(partition, List.of("navy")), grid.listed(partition, List.of("navy")));
      List<PersonRef> refs = inside.stream().map(Subscriber::ref).toList();
      assertEquals(scan.byRef(partition, refs), grid.byRef(partition, refs));
      found += inside.size();
    }
    assertEquals(scan.registryRevision(), grid.registryRevision());
    return found;
  }

  @Test
  void itAnswersAsTheScanDoesWhileTheRegisterChanges() {
    for (int i = 0; i < PEOPLE; i++) {
      registry.put(somebody(i));
    }
    int found = 0;
    for (int round = 0; round < 12; round++) {
      found += compare();
      for (int i = 0; i < 3_000; i++) {
        registry.put(somebody(random.nextInt(PEOPLE)));
      }
      if (round % 3 == 0) {
        found += compare();
        registry.remove(new PersonRef("p-" + random.nextInt(PEOPLE)));
        registry.put(somebody(PEOPLE + round));
      }
    }
    assertTrue(found > PEOPLE, "seed " + SEED + " finds too few to tell anything: " + found);
  }

  @Test
  void nobodyIsInAnEmptyRegister() {
    assertEquals(List.of(), grid.inside(0, new AreaLocator(area())));
    assertEquals(List.of(), grid.listed(0, List.of("navy")));
    assertEquals(List.of(), grid.byRef(0, List.of(new PersonRef("p-1"))));
  }
}
