package nadhir.core.feed;

import java.util.Optional;

/**
 * What a carrier knows of a message beside its bytes.
 *
 * @param topic under which a broker published it
 * @param kept the broker had it from before we asked: nobody knows since when
 */
public record Delivery(Optional<String> topic, boolean kept) {
  /** A document that was fetched, a file, a line of a stream. */
  public static final Delivery PLAIN = new Delivery(Optional.empty(), false);

  public static Delivery published(String topic, boolean kept) {
    return new Delivery(Optional.of(topic), kept);
  }
}
