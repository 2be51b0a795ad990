package nadhir.ops.browser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.track.UnitFix;
import nadhir.core.watch.Answer;
import nadhir.ops.http.UnitPositions;
import nadhir.ops.lane.LaneHost;

/** Crews that speak when a test wants it; each word is news for the lane. */
final class CrewsHeard implements UnitPositions {
  private final LaneHost lane;
  private final InstantSource clock;
  private final SortedMap<String, Followed> followed = new ConcurrentSkipListMap<>();

  CrewsHeard(LaneHost lane, InstantSource clock) {
    this.lane = lane;
    this.clock = clock;
  }

  void heard(String unit, LatLon place, double headingDeg, String... zones) {
    var inside = List.of(zones).stream().map(ZoneId::new).toList();
    var id = new UnitId(unit);
    var now = clock.instant();
    followed.put(
        unit,
        new Followed(
            id,
            place,
            now,
            8,
            OptionalDouble.of(11),
            OptionalDouble.of(headingDeg),
            inside,
            false));
    Answer answer =
        lane.offer(new Input.UnitHeard(id, place, inside, now), new Actor.House("tracker")).join();
    if (!(answer instanceof Answer.Accepted)) {
      throw new IllegalStateException(answer.toString());
    }
  }

  @Override
  public Optional<Taken> take(List<UnitFix> positions) {
    return Optional.empty();
  }

  @Override
  public Optional<Page> followed() {
    return Optional.of(new Page(clock.instant(), List.copyOf(followed.values())));
  }
}
