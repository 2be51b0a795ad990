package nadhir.drills.scenario;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.PersonRef;
import nadhir.core.site.Words;

/**
 * Something that the scenario brings into the lane at a moment.
 *
 * @param story what the console tells; only a told inject is journaled as one
 */
public record Inject(Instant at, Optional<Words> story, Play play) {
  /** What is brought in. */
  public sealed interface Play {
    /** Only the story. */
    record Narration() implements Play {}

    /** Raw bytes as the feed would have sent them. */
    record Raw(FeedConfig feed, String file, Bytes bytes) implements Play {}

    /** A person does something that does not depend on what has happened. */
    record Ordered(PersonRef as, Order order) implements Play {}
  }

  /** Bytes that are compared by value and never changed. */
  public static final class Bytes {
    private final byte[] bytes;

    public Bytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] toArray() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }
}
