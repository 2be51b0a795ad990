package nadhir.ops.live;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.dispatch.Unit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.posted.PositionsFormat;
import nadhir.core.feed.posted.PostedFeed;
import nadhir.core.id.FeedId;
import nadhir.core.id.UnitId;
import nadhir.core.track.FixFault;
import nadhir.core.track.UnitFix;
import nadhir.ops.auth.Throttle;
import nadhir.ops.http.PostedPositions;
import nadhir.ops.http.PostedReports.Post;
import nadhir.ops.http.PostedReports.Shut;
import nadhir.ops.http.UnitPositions;
import nadhir.ops.metrics.Metrics;

/**
 * Feeds that tell where the live lane's units are, on every member. Each may speak for the units
 * that the site names with it; of any other it is told the same, whether there is such a unit or
 * not.
 */
public final class PostingTrackers implements PostedPositions {
  private final Vertx vertx;
  private final UnitPositions positions;
  private final Metrics metrics;
  private final PostGate gate;
  private final SortedMap<String, Set<UnitId>> own = new TreeMap<>();

  /**
   * @param positions of the live lane
   * @param throttle shared by the members
   * @param units all that the site has
   */
  public PostingTrackers(
      Vertx vertx,
      UnitPositions positions,
      Metrics metrics,
      Throttle throttle,
      InstantSource clock,
      FeedSecrets secrets,
      List<FeedConfig> feeds,
      List<Unit> units) {
    this.vertx = vertx;
    this.positions = positions;
    this.metrics = metrics;
    for (FeedConfig feed : feeds) {
      if (feed.options() instanceof PositionsFormat.SpeaksFor speaksFor) {
        own.put(feed.id().value(), of(speaksFor, units));
      }
    }
    this.gate = new PostGate(throttle, clock, secrets, own.keySet());
  }

  private static Set<UnitId> of(PositionsFormat.SpeaksFor speaksFor, List<Unit> units) {
    return units.stream()
        .filter(unit -> speaksFor.has(unit.id(), unit.agency()))
        .map(Unit::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Shut> check(Post post) {
    return gate.check(post);
  }

  @Override
  public Optional<UnitPositions.Taken> take(Post post, List<UnitFix> fixes) {
    var feed = new FeedId(post.feed().orElseThrow());
    List<Integer> numbers = new ArrayList<>();
    List<UnitFix> theirs = new ArrayList<>();
    List<UnitPositions.Refused> refused = new ArrayList<>();
    for (int i = 0; i < fixes.size(); i++) {
      UnitId unit = fixes.get(i).unit();
      if (own.get(feed.value()).contains(unit)) {
        numbers.add(i);
        theirs.add(fixes.get(i));
      } else {
        refused.add(new UnitPositions.Refused(i, unit, FixFault.FOREIGN_UNIT));
      }
    }
    return positions.take(theirs).map(taken -> all(feed, taken, numbers, refused));
  }

  private UnitPositions.Taken all(
      FeedId feed,
      UnitPositions.Taken taken,
      List<Integer> numbers,
      List<UnitPositions.Refused> refused) {
    taken
        .refused()
        .forEach(
            r ->
                refused.add(
                    new UnitPositions.Refused(numbers.get(r.position()), r.unit(), r.reason())));
    refused.sort(Comparator.comparingInt(UnitPositions.Refused::position));
    refused.forEach(r -> metrics.rejected(feed.value(), r.reason().name(), 1));
    vertx.eventBus().publish(PostedFeed.address(feed), feed.value());
    return new UnitPositions.Taken(taken.taken(), taken.repeated(), refused);
  }
}
