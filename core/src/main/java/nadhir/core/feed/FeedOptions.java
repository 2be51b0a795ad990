package nadhir.core.feed;

import java.util.Set;
import nadhir.core.id.HazardTypeId;

/** What a format wants to know of a feed beyond its address, read from {@code options:}. */
public interface FeedOptions {
  /** Nothing. */
  record None() implements FeedOptions {}

  FeedOptions NONE = new None();

  /** The hazard types that the options name; the site must have them. */
  default Set<HazardTypeId> hazardTypes() {
    return Set.of();
  }
}
