package nadhir.core.feed;

/** What a format wants to know of a feed beyond its address, read from {@code options:}. */
public interface FeedOptions {
  /** Nothing. */
  record None() implements FeedOptions {}

  FeedOptions NONE = new None();
}
