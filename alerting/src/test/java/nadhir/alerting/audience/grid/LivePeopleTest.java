package nadhir.alerting.audience.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.alerting.register.AreaLocator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LivePeopleTest {
  private static final Executor NEVER = _ -> {};

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static int[] sorted(int[] persons) {
    int[] sorted = persons.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** When people are packed anew. */
  enum Pace {
    AT_ONCE,
    LATE,
    WHEN_THERE_IS_NO_ROOM
  }

  @ParameterizedTest
  @EnumSource(Pace.class)
  void whoMovesComesAndGoesIsWhereTheyWereSeenLast(Pace pace) {
    long seed = 42;
    RandomGenerator random = random(seed);
    var odd = new OddAreas(random);
    Deque<Runnable> later = new ArrayDeque<>();
    Executor background =
        switch (pace) {
          case AT_ONCE -> Runnable::run;
          case LATE -> later::add;
          case WHEN_THERE_IS_NO_ROOM -> NEVER;
        };
    var model = new TreeMap<Integer, LatLon>();
    double[] latDeg = new double[3_000];
    double[] lonDeg = new double[3_000];
    Arrays.fill(latDeg, Double.NaN);
    for (int person = 0; person < latDeg.length; person += 2) {
      LatLon place = odd.place();
      latDeg[person] = place.latDeg();
      lonDeg[person] = place.lonDeg();
      model.put(person, place);
    }
    var people = new LivePeople(latDeg, lonDeg, background);
    long changes = 0;
    for (int step = 0; step < 12_000; step++) {
      int person = random.nextInt(4_000);
      if (random.nextInt(4) == 0) {
        people.remove(person);
        model.remove(person);
      } else {
        LatLon place = odd.place();
        people.put(person, place);
        model.put(person, place);
      }
      changes++;
      if (step % 40 == 0) {
        Area area = odd.area();
        var locator = new AreaLocator(area);
        Inside inside = people.inside(area);
        int[] expected =
            model.entrySet().stream()
                .filter(e -> locator.covers(e.getValue()))
                .mapToInt(e -> e.getKey())
                .toArray();
        assertArrayEquals(expected, sorted(inside.persons()), "seed " + seed + " step " + step);
        assertEquals(expected.length, inside.count());
        assertEquals(changes, inside.changes());
      }
      if (random.nextInt(700) == 0 && !later.isEmpty()) {
        later.removeFirst().run();
      }
    }
    assertTrue(people.packed() > 2_000, "seed " + seed + ": nobody was packed anew");
  }

  @Test
  void packedAnewTheyAnswerTheSame() {
    long seed = 5;
    var odd = new OddAreas(random(seed));
    double[] latDeg = new double[20_000];
    double[] lonDeg = new double[20_000];
    for (int i = 0; i < latDeg.length; i++) {
      LatLon place = odd.place();
      latDeg[i] = place.latDeg();
      lonDeg[i] = place.lonDeg();
    }
    var often = new LivePeople(latDeg, lonDeg, Runnable::run);
    var never = new LivePeople(latDeg, lonDeg, NEVER);
    RandomGenerator random = random(seed + 1);
    for (int i = 0; i < 1_000; i++) {
      int person = random.nextInt(latDeg.length);
      LatLon place = odd.place();
      often.put(person, place);
      never.put(person, place);
      latDeg[person] = place.latDeg();
      lonDeg[person] = place.lonDeg();
    }
    var afresh = new LivePeople(latDeg, lonDeg, NEVER);
    for (int i = 0; i < 50; i++) {
      Area area = odd.area();
      int[] expected = sorted(afresh.inside(area).persons());
      assertArrayEquals(expected, sorted(often.inside(area).persons()), "seed " + seed);
      assertArrayEquals(expected, sorted(never.inside(area).persons()), "seed " + seed);
    }
  }

  @Test
  void blocksAreTheSamePeopleAsTheCopy() {
    var odd = new OddAreas(random(3));
    var people = new LivePeople(new double[0], new double[0], Runnable::run);
    for (int i = 0; i < 3_000; i++) {
      people.put(i, odd.place());
    }
    Inside inside = people.inside(Area.circle(new LatLon(29.5, 35), 40_000));
    int[] collected = new int[inside.count()];
    int[] at = {0};
    inside.blocks(
        (persons, from, to) -> {
          for (int i = from; i < to; i++) {
            collected[at[0]++] = persons[i];
          }
        });
    assertTrue(collected.length > 500);
    assertArrayEquals(inside.persons(), collected);
  }

  @Test
  void aPersonTakesAtMost25Bytes() {
    for (int count : new int[] {100_000, 250_000, 1_000_000}) {
      RandomGenerator random = random(count);
      double[] latDeg = random.doubles(count, 28.6, 30.4).toArray();
      double[] lonDeg = random.doubles(count, 33.97, 36.03).toArray();
      var people = new LivePeople(latDeg, lonDeg, Runnable::run);
      for (int i = 0; i < count / 20; i++) {
        people.put(random.nextInt(count), new LatLon(29.5, random.nextDouble(34, 36)));
      }
      assertTrue(people.bytes() <= 25L * count, count + " take " + people.bytes());
    }
  }

  @Test
  void thereCanBeNobody() {
    var people = new LivePeople(new double[0], new double[0], Runnable::run);
    assertEquals(0, people.inside(Area.circle(new LatLon(29.5, 35), 40_000)).count());
    people.remove(3);
    assertEquals(0, people.inside(Area.circle(new LatLon(29.5, 35), 40_000)).count());
  }

  @Test
  void aNumberThatNobodyCanHaveIsRefused() {
    var people = new LivePeople(new double[0], new double[0], Runnable::run);
    assertThrows(IllegalArgumentException.class, () -> people.remove(-1));
    assertThrows(
        IllegalArgumentException.class,
        () -> people.put(LivePeople.MOST_NUMBERS, new LatLon(29.5, 35)));
  }

  private static final LatLon HERE = new LatLon(29.25, 34.75);
  private static final LatLon THERE = new LatLon(29.75, 35.25);

  /** Two circles, and between them nobody ever is. */
  private static final Area BOTH =
      new Area(List.of(), List.of(new Area.Circle(HERE, 9_000), new Area.Circle(THERE, 9_000)));

  @Test
  void whoMovesWhileOthersAskIsNeitherMissedNorFoundTwice()
      throws InterruptedException, ExecutionException {
    int count = 3_000;
    double[] latDeg = new double[count];
    double[] lonDeg = new double[count];
    Arrays.fill(latDeg, HERE.latDeg());
    Arrays.fill(lonDeg, HERE.lonDeg());
    var done = new AtomicLong();
    var ended = new AtomicBoolean();
    try (var background = Executors.newSingleThreadExecutor();
        var readers = Executors.newFixedThreadPool(2)) {
      var people = new LivePeople(latDeg, lonDeg, background);
      Future<Long> first = readers.submit(() -> ask(people, count, done, ended));
      Future<Long> second = readers.submit(() -> ask(people, count, done, ended));
      RandomGenerator random = random(8);
      try {
        for (int i = 0; i < 100_000; i++) {
          people.put(random.nextInt(count), random.nextBoolean() ? HERE : THERE);
          done.incrementAndGet();
        }
      } finally {
        ended.set(true);
      }
      assertTrue(first.get() > 0 && second.get() > 0);
      assertEquals(100_000, people.inside(BOTH).changes());
    }
  }

  /** How many answers were right; the first that is not throws. */
  private static long ask(LivePeople people, int count, AtomicLong done, AtomicBoolean ended) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    long answers = 0;
    boolean last;
    do {
      last = ended.get();
      long before = done.get();
      Inside inside = people.inside(BOTH);
      assertTrue(inside.changes() >= before, "an answer knows less than was done before");
      assertArrayEquals(all, sorted(inside.persons()));
      answers++;
    } while (!last);
    return answers;
  }
}
