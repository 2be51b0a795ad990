package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.sim.StarZones;
import nadhir.core.site.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveZonesTest {
  private static final long SEED = 20_261_126;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final StarZones stars = new StarZones(random);

  private static Zone zone(int number, Area area) {
    return StarZones.zone(StarZones.id(number), area);
  }

  @Test
  void changesOneAfterTheOtherGiveWhatAFreshIndexGives() {
    SortedMap<ZoneId, Zone> truth = new TreeMap<>();
    stars.zones(300).forEach(zone -> truth.put(zone.id(), zone));
    var live = new LiveZones(ZoneIndex.over(List.copyOf(truth.values())));
    for (int step = 0; step < 400; step++) {
      int number = random.nextInt(400);
      if (random.nextInt(3) == 0) {
        truth.remove(new ZoneId(StarZones.id(number)));
        live.remove(new ZoneId(StarZones.id(number)));
      } else {
        var zone = zone(number, changed(step));
        truth.put(zone.id(), zone);
        live.put(zone);
      }
      if (step % 20 == 19) {
        same(List.copyOf(truth.values()), live.now(), "seed " + SEED + " step " + step);
      }
    }
  }

  /** Stars, circles, some far away, and some that are too wide to be drawn. */
  private Area changed(int step) {
    LatLon place = stars.place();
    return switch (step % 10) {
      case 0 -> Area.circle(place, random.nextDouble(100, 5_000));
      case 1 -> Area.polygon(StarZones.star(new LatLon(26, 38), 3_000, 12, random));
      case 2 -> Area.polygon(StarZones.star(place, 900_000, 800, random));
      default -> stars.star();
    };
  }

  private void same(List<Zone> truth, ZoneIndex index, String message) {
    var oracle = new TreeZoneIndex(truth);
    var fresh = ZoneIndex.over(truth);
    for (int i = 0; i < 500; i++) {
      LatLon place = stars.place();
      assertEquals(oracle.zonesAt(place), index.zonesAt(place), message + " " + place);
      assertEquals(fresh.zonesAt(place), index.zonesAt(place), message + " " + place);
    }
    LatLon place = stars.place();
    assertEquals(oracle.within(place, 2_000), index.within(place, 2_000), message);
  }

  @Test
  void whatComesFarAwayIsFoundAndSoIsAllThatWasThere() {
    var index = ZoneIndex.over(stars.zones(50));
    var home = List.of(stars.place(), stars.place(), stars.place());
    var before = home.stream().map(index::zonesAt).toList();
    for (LatLon far : List.of(new LatLon(-33.45, -70.66), new LatLon(84, 25), new LatLon(0, 0))) {
      index = index.with(zone(900, Area.polygon(StarZones.star(far, 5_000, 30, random))));
      assertEquals(List.of(new ZoneId("z000900")), index.zonesAt(far));
      assertEquals(before, home.stream().map(index::zonesAt).toList());
    }
  }

  @Test
  void whatIsNotThereIsRemovedWithoutTrace() {
    var index = ZoneIndex.over(stars.zones(5));
    assertSame(index, index.without(new ZoneId("nowhere")));
    assertEquals(List.of(), ZoneIndex.over(List.of()).zonesAt(new LatLon(29.5, 35)));
  }

  @Test
  void twoZonesWithOneIdAreRefused() {
    var twice = List.of(zone(1, stars.star()), zone(1, stars.star()));
    var e = assertThrows(IllegalArgumentException.class, () -> ZoneIndex.over(twice));
    assertEquals("two zones with the id z000001", e.getMessage());
  }

  @Test
  @Timeout(60)
  void aReaderAnswersInTheMiddleOfAChange() throws Exception {
    var here = new LatLon(29.5, 35);
    var live = new LiveZones(ZoneIndex.over(List.of(zone(1, Area.circle(here, 500)))));
    var inTheMiddle = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var change =
        CompletableFuture.runAsync(
            () ->
                live.change(
                    index -> {
                      inTheMiddle.countDown();
                      await(goOn);
                      return index.without(new ZoneId("z000001"));
                    }));
    await(inTheMiddle);
    assertEquals(List.of(new ZoneId("z000001")), live.now().zonesAt(here));
    goOn.countDown();
    change.get(30, TimeUnit.SECONDS);
    assertEquals(List.of(), live.now().zonesAt(here));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The zone jumps between two places; whoever looks finds it whole in one of them. */
  @Test
  @Timeout(120)
  void readersSeeAChangeWholeOrNotAtAll() throws Exception {
    int changes = 1_000;
    var zones = stars.zones(10_000);
    var id = zones.get(5_000).id();
    var west = new LatLon(29.2, 34.4);
    var east = new LatLon(29.8, 35.6);
    var ring = StarZones.star(west, 8_000, 40, random);
    var inWest = zone(5_000, Area.polygon(ring));
    var inEast = zone(5_000, Area.polygon(shifted(ring, 0.6, 1.2)));
    var live = new LiveZones(ZoneIndex.over(zones).with(inWest));
    List<LatLon> westPlaces = placesAround(west);
    List<LatLon> eastPlaces = shifted(westPlaces, 0.6, 1.2);
    var writing = new CountDownLatch(1);
    Callable<Integer> reader =
        () -> {
          int looked = 0;
          boolean last;
          do {
            last = writing.getCount() == 0;
            ZoneIndex now = live.now();
            boolean isWest = holds(now, id, westPlaces.getFirst());
            for (int i = 0; i < westPlaces.size(); i++) {
              assertEquals(isWest, holds(now, id, westPlaces.get(i)), "west " + i);
              assertEquals(!isWest, holds(now, id, eastPlaces.get(i)), "east " + i);
            }
            looked++;
          } while (!last);
          return looked;
        };
    try (var readers = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> running = new ArrayList<>();
      running.add(readers.submit(reader));
      running.add(readers.submit(reader));
      for (int i = 0; i < changes; i++) {
        live.put(i % 2 == 0 ? inEast : inWest);
      }
      writing.countDown();
      for (Future<Integer> one : running) {
        assertTrue(one.get() > 0);
      }
    }
  }

  /** All nearer to the middle than the nearest corner. */
  private List<LatLon> placesAround(LatLon middle) {
    List<LatLon> places = new ArrayList<>(List.of(middle));
    for (int i = 0; i < 30; i++) {
      places.add(
          new LatLon(
              middle.latDeg() + random.nextDouble(-0.01, 0.01),
              middle.lonDeg() + random.nextDouble(-0.01, 0.01)));
    }
    return places;
  }

  private static List<LatLon> shifted(List<LatLon> places, double northDeg, double eastDeg) {
    return places.stream()
        .map(p -> new LatLon(p.latDeg() + northDeg, p.lonDeg() + eastDeg))
        .toList();
  }

  private static boolean holds(ZoneIndex index, ZoneId id, LatLon place) {
    return index.zonesAt(place).contains(id);
  }
}
