package nadhir.core.feed.gauge;

import java.util.List;
import nadhir.core.feed.FeedOptions;

/** The mapping of a feed: the shapes that its items come in, the likeliest first. */
record GaugeOptions(List<Shape> shapes) implements FeedOptions {
  GaugeOptions {
    shapes = List.copyOf(shapes);
  }
}
