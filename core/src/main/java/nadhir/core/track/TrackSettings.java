package nadhir.core.track;

import java.time.Duration;
import java.util.List;
import nadhir.core.id.FeedId;

/**
 * What a tracker must know of its site.
 *
 * @param feed whose ships these are; its reports carry the name
 * @param points that ships must keep off
 * @param dwells after how long in a place a ship is said to dwell there
 */
public record TrackSettings(FeedId feed, List<FixedPoint> points, Duration dwells) {
  /** Each ship is held against each of them. */
  public static final int MAX_POINTS = 100;

  private static final Duration USUAL_DWELL = Duration.ofMinutes(10);

  public TrackSettings {
    points = List.copyOf(points);
    if (points.size() > MAX_POINTS) {
      throw new IllegalArgumentException("at most " + MAX_POINTS + " fixed points");
    }
  }

  /** Without fixed points. */
  public static TrackSettings of(FeedId feed) {
    return new TrackSettings(feed, List.of(), USUAL_DWELL);
  }

  public TrackSettings with(List<FixedPoint> keepOff) {
    return new TrackSettings(feed, keepOff, dwells);
  }
}
