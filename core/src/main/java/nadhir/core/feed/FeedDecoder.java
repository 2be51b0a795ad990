package nadhir.core.feed;

import java.time.Instant;
import java.util.List;

/**
 * Reads one source's bytes. Free of I/O and clocks; can keep what it needs between calls (parts of
 * a message, the last word of a beacon), so there is one decoder per lane and connection, used by
 * one thread at a time.
 */
public interface FeedDecoder {
  /** A larger document is refused as a whole. The largest summary feed of USGS has about 10 MB. */
  int MAX_BYTES = 16 * 1024 * 1024;

  /**
   * Decodes one document, or a piece of a stream that ends at a line's end. Gives something for
   * every item, in the source's order, and never throws because of what the bytes are.
   *
   * @param receivedAt lane time of receipt
   */
  List<Decoded> decode(byte[] raw, Instant receivedAt);

  /** The same for what came with more than its bytes; most formats do not need to know. */
  default List<Decoded> decode(byte[] raw, Instant receivedAt, Delivery delivery) {
    return decode(raw, receivedAt);
  }

  /** The source has ended: what was waiting for its other parts is rejected now. */
  default List<Decoded> finish() {
    return List.of();
  }

  /** Whether each document repeats what the one before had, so that repeats mean nothing. */
  boolean repeatsItself();
}
