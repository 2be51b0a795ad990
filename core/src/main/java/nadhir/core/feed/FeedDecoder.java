package nadhir.core.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * The same for a document whose address is known. A format overrides it when the address tells
   * what the bytes do not: of which earthquake the contours are.
   *
   * @param source the address that was asked; of a linked document the link, with its fragment
   */
  default List<Decoded> decode(byte[] raw, Optional<URI> source, Instant receivedAt) {
    return decode(raw, receivedAt);
  }

  /** The source has ended: what was waiting for its other parts is rejected now. */
  default List<Decoded> finish() {
    return List.of();
  }

  /** Whether each document repeats what the one before had, so that repeats mean nothing. */
  boolean repeatsItself();
}
