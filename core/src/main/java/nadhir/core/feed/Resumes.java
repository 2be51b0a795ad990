package nadhir.core.feed;

import java.net.URI;
import java.util.Optional;

/** Options of a stream that can be asked, after a break, what it said meanwhile. */
public interface Resumes extends FeedOptions {
  /**
   * An FDSN event query in a form that the feed's own decoder reads, without {@code updatedafter}:
   * the time is added to it. Empty where what was missed stays missed.
   */
  Optional<URI> resume();
}
