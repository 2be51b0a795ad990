package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.sim.OneTracker;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** Shamiya is a circle of 500 m round 29.53 N 35.00 E. 0.001° of latitude are 111 m. */
class UnitTrackerTest {
  private static final RoundPlaces SHAMIYA = RoundPlaces.none().and("shamiya", 29.53, 35.00, 500);

  private final UnitTalk talk = new UnitTalk(SHAMIYA);

  @Test
  void aUnitEntersAndLeaves() {
    assertEquals(
        """
        10:00:00 amb-1 29.540 35.000 in []
        10:00:20 amb-1 -
        10:00:40 amb-1 29.534 35.000 in [shamiya]
        10:01:00 amb-1 -
        10:01:20 amb-1 29.524 35.000 in []
        """,
        talk.play(
            """
            10:00:00 amb-1 29.540 35.00
            10:00:20 amb-1 29.537 35.00
            10:00:40 amb-1 29.534 35.00
            10:01:00 amb-1 29.530 35.00
            10:01:20 amb-1 29.524 35.00
            """));
  }

  @Test
  void onTheRoadItIsNewsAfterAMinuteAndSomeHundredMetres() {
    talk.places = Places.NONE;
    assertEquals(
        """
        10:00:00 amb-1 29.500 35.000 in []
        10:00:30 amb-1 -
        10:01:00 amb-1 29.506 35.000 in []
        10:01:30 amb-1 -
        10:02:00 amb-1 -
        10:03:00 amb-1 -
        """,
        talk.play(
            """
            10:00:00 amb-1 29.500 35.00
            10:00:30 amb-1 29.503 35.00
            10:01:00 amb-1 29.506 35.00
            10:01:30 amb-1 29.507 35.00
            10:02:00 amb-1 29.508 35.00
            10:03:00 amb-1 29.508 35.00
            """));
  }

  @Test
  void oneThatStandsOnTheBorderEntersOnce() {
    assertEquals(
        """
        10:00:00 amb-1 29.534 35.000 in [shamiya]
        10:00:10 amb-1 -
        10:00:20 amb-1 -
        10:00:30 amb-1 -
        10:00:40 amb-1 29.535 35.000 in []
        """,
        talk.play(
            """
            10:00:00 amb-1 29.5344 35.00
            10:00:10 amb-1 29.5347 35.00
            10:00:20 amb-1 29.5344 35.00
            10:00:30 amb-1 29.5348 35.00
            10:00:40 amb-1 29.5352 35.00
            """));
  }

  @Test
  void aZoneThatAppearsRoundAUnitIsEnteredAndOneThatIsNoMoreIsLeft() {
    talk.places = Places.NONE;
    talk.play("10:00:00 amb-1 29.53 35.00");
    assertEquals(List.of("amb-1 29.530 35.000 in [shamiya]"), changed(SHAMIYA));
    assertEquals(List.of(), changed(SHAMIYA), "it is not said twice");
    assertEquals(List.of("amb-1 29.530 35.000 in []"), changed(Places.NONE));
  }

  private List<String> changed(Places places) {
    talk.places = places;
    return talk.tracker.sweep(places, UnitTalk.at("10:00:01")).stream()
        .map(UnitTalk::said)
        .toList();
  }

  @Test
  void aSilentUnitIsToldOnceAndItsNextWordIsNews() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:10:00 amb-1 silent since 10:00:00
        10:12:00 amb-1 29.530 35.000 in [shamiya]
        10:22:00 amb-1 silent since 10:12:00
        """,
        talk.play(
            """
            10:00:00 amb-1 29.53 35.00
            10:09:59 silence
            10:10:00 silence
            10:11:00 silence
            10:12:00 amb-1 29.53 35.00
            10:22:00 silence
            """));
  }

  @Test
  void aRepeatChangesNothing() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:00 amb-1 repeated
        """,
        talk.play("10:00:00 amb-1 29.53 35.00\n10:00:00 amb-1 29.53 35.00 late 30"));
  }

  @Test
  void aUnitThatTheSiteDoesNotHave() {
    assertEquals("10:00:00 bus-1 UNKNOWN_UNIT\n", talk.play("10:00:00 bus-1 29.53 35.00"));
  }

  @Test
  void aTimeAhead() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:00 amb-2 AHEAD
        """,
        talk.play("10:00:00 amb-1 29.53 35.00 late -30\n10:00:00 amb-2 29.53 35.00 late -31"));
  }

  @Test
  void aTimeLongAgo() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:00 amb-2 STALE
        """,
        talk.play("10:00:00 amb-1 29.53 35.00 late 600\n10:00:00 amb-2 29.53 35.00 late 601"));
  }

  @Test
  void aPlaceThatMayBeAnywhere() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:10 amb-1 INACCURATE
        """,
        talk.play("10:00:00 amb-1 29.53 35.00 within 500\n10:00:10 amb-1 29.53 35.00 within 501"));
  }

  @Test
  void aPlaceThatNobodyReachesUntilTheOldOneIsForgotten() {
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:30 amb-1 TOO_FAR
        10:00:30 amb-1 -
        10:14:00 amb-1 TOO_FAR
        10:15:30 amb-1 31.950 35.910 in []
        """,
        talk.play(
            """
            10:00:00 amb-1 29.53 35.00
            10:00:30 amb-1 29.57 35.00
            10:00:30 amb-1 29.531 35.00
            10:14:00 amb-1 31.95 35.91
            10:15:30 amb-1 31.95 35.91
            """));
  }

  @Test
  void wordsThatComeLate() {
    assertEquals(
        """
        10:00:30 amb-1 29.530 35.000 in [shamiya]
        10:00:10 amb-1 OUT_OF_ORDER
        10:00:30 amb-1 OUT_OF_ORDER
        10:00:10 amb-2 29.540 35.000 in []
        """,
        talk.play(
            """
            10:00:30 amb-1 29.53 35.00
            10:00:10 amb-1 29.54 35.00 late 25
            10:00:30 amb-1 29.54 35.00
            10:00:10 amb-2 29.54 35.00 late 25
            """));
  }

  @Test
  void moreUnitsThanAreFollowed() {
    var tracks = new UnitTracks(new InMemoryTrackStore());
    var at = UnitTalk.at("10:00:00");
    var sight = new UnitSight(_ -> true, SHAMIYA, new LaneWords(), at);
    var place = new LatLon(29.53, 35.00);
    List<UnitFix> many = new ArrayList<>();
    for (int i = 0; i <= UnitTracks.MAX_UNITS; i++) {
      many.add(UnitTalk.fix("u-" + i, place, at, 5));
    }
    var taken = tracks.take(many, sight).taken();
    var tooMany = new UnitTracker.Taken.Refused(FixFault.TOO_MANY);
    assertEquals(1, taken.stream().filter(tooMany::equals).count());
    assertEquals(
        List.of(tooMany),
        tracks.take(List.of(UnitTalk.fix("one-more", place, at, 5)), sight).taken());
    assertEquals(UnitTracks.MAX_UNITS, tracks.tracks(sight).size());
    assertEquals(
        List.of(new UnitTracker.Taken.Repeated()),
        tracks.take(List.of(many.getFirst()), sight).taken(),
        "the others go on");
    var words = new LaneWords();
    words.fold(new Input.UnitHeard(new UnitId("recalled"), place, List.of(), at));
    tracks.sweep(new UnitSight(_ -> true, SHAMIYA, words, at));
    assertEquals(UnitTracks.MAX_UNITS, tracks.tracks(sight).size());
  }

  @Test
  void whatDidNotGetIntoTheJournalIsSaidAgainAfterAWhile() {
    talk.tracker.laneTakes = false;
    assertEquals(
        """
        10:00:00 amb-1 29.530 35.000 in [shamiya]
        10:00:19 amb-1 -
        10:00:20 amb-1 29.530 35.000 in [shamiya]
        10:00:40 amb-1 29.530 35.000 in [shamiya]
        """,
        talk.play(
            """
            10:00:00 amb-1 29.53 35.00
            10:00:19 amb-1 29.53 35.00
            10:00:20 silence
            10:00:39 silence
            10:00:40 amb-1 29.53 35.00
            """));
    talk.tracker.laneTakes = true;
    assertEquals(
        "10:01:00 amb-1 29.530 35.000 in [shamiya]\n",
        talk.play("10:01:00 silence\n10:01:20 silence\n10:09:00 silence"),
        "a repeat of what was said, and once the lane knows it nothing more");
  }

  @Test
  void aSilenceThatDidNotGetIntoTheJournalIsSaidAgain() {
    talk.play("10:00:00 amb-1 29.53 35.00");
    talk.tracker.laneTakes = false;
    talk.play("10:10:00 silence");
    talk.tracker.laneTakes = true;
    assertEquals(
        "10:10:20 amb-1 silent since 10:00:00\n",
        talk.play("10:10:19 silence\n10:10:20 silence\n10:11:00 silence"));
  }

  @Test
  void aZoneThatChangesRoundASilentUnitLeavesItSilent() {
    talk.places = Places.NONE;
    talk.play("10:00:00 amb-1 29.53 35.00\n10:00:50 amb-1 29.53 35.00\n10:10:50 silence");
    talk.places = SHAMIYA;
    assertEquals(
        """
        10:11:00 amb-1 29.530 35.000 in [shamiya]
        10:11:00 amb-1 silent since 10:00:50
        """,
        talk.play("10:11:00 silence\n10:11:30 silence"));
    assertEquals(true, talk.tracker.words.of(new UnitId("amb-1")).orElseThrow().silent());
  }

  @Test
  void whoeverGoesOnFromTheLanesWordsSaysNothingTwice() {
    var other = new UnitTalk(SHAMIYA);
    var in = List.of(new ZoneId("shamiya"));
    other.tracker.words.fold(
        new Input.UnitHeard(
            new UnitId("amb-1"), new LatLon(29.5344, 35), in, UnitTalk.at("10:00:00")));
    assertEquals(
        """
        10:00:10 amb-1 -
        10:10:10 amb-1 silent since 10:00:10
        """,
        other.play("10:00:05 silence\n10:00:10 amb-1 29.5347 35.00\n10:10:10 silence"),
        "within the margin, so it has not left");
  }

  @Test
  void whatTheLaneKnowsBetterThanWhatIsRememberedCounts() {
    talk.play("10:00:00 amb-1 29.540 35.00\n10:00:30 amb-1 29.540 35.00");
    var amb = new UnitId("amb-1");
    var in = List.of(new ZoneId("shamiya"));
    var lost = new Input.UnitHeard(amb, new LatLon(29.534, 35), in, UnitTalk.at("10:00:20"));
    talk.tracker.words.fold(lost);
    assertEquals(
        "10:00:40 amb-1 29.540 35.000 in []\n",
        talk.play("10:00:40 amb-1 29.540 35.00\n10:00:41 silence"),
        "the lane believes that it is inside");
    talk.tracker.words.fold(new Input.UnitSilent(amb, UnitTalk.at("10:00:40")));
    assertEquals(
        "10:00:50 amb-1 29.540 35.000 in []\n10:00:55 amb-1 -\n",
        talk.play("10:00:50 amb-1 29.540 35.00\n10:00:55 amb-1 29.540 35.00"),
        "the lane believes that it is silent");
  }

  @Test
  void anAccuracyIsANumberOfMetres() {
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitTalk.fix("amb-1", new LatLon(29, 35), UnitTalk.at("10:00:00"), Double.NaN));
  }

  /** Two trackers with the same words give the same, however often each word comes again. */
  @Test
  void repeatsAndLateWordsAmongOthersChangeNothing() {
    long seed = 31;
    var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var once = new OneTracker(_ -> true);
    var often = new OneTracker(_ -> true);
    var place = new LatLon(29.53, 35.00);
    List<UnitFix> said = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      place = Sphere.towards(place, random.nextDouble(360), random.nextDouble(90));
      if (Sphere.distanceM(place, new LatLon(29.53, 35.00)) > 900) {
        place = new LatLon(29.535, 35.00);
      }
      var at = UnitTalk.at("00:00:00").plusSeconds(i * 10L);
      var fix = UnitTalk.fix("amb-1", place, at, 5);
      said.add(fix);
      UnitTracker.Taken first = once.hear(fix, SHAMIYA, at);
      assertEquals(first, often.hear(fix, SHAMIYA, at), "seed " + seed + " step " + i);
      UnitFix earlier = said.get(random.nextInt(said.size()));
      boolean nothing =
          switch (often.hear(earlier, SHAMIYA, at)) {
            case UnitTracker.Taken.Followed _ -> false;
            case UnitTracker.Taken.Repeated _, UnitTracker.Taken.Refused _ -> true;
          };
      assertEquals(true, nothing, "seed " + seed + " step " + i);
      assertEquals(once.tracks(at), often.tracks(at), "seed " + seed + " step " + i);
    }
    assertEquals(
        Optional.of(said.getLast()),
        once.tracks(UnitTalk.at("00:00:00")).stream().map(UnitTrack::last).findAny());
  }
}
