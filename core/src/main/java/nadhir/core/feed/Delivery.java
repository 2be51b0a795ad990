package nadhir.core.feed;

import java.net.URI;
import java.util.Optional;

/**
 * What a carrier knows of a message beside its bytes.
 *
 * @param source the address that was asked; of a linked document the link, with its fragment
 * @param topic under which a broker published it
 * @param kept the broker had it from before we asked: nobody knows since when
 */
public record Delivery(Optional<URI> source, Optional<String> topic, boolean kept) {
  /** A document that was fetched, a file, a line of a stream. */
  public static final Delivery PLAIN = new Delivery(Optional.empty(), Optional.empty(), false);

  /** A document whose address is known. */
  public static Delivery from(URI source) {
    return new Delivery(Optional.of(source), Optional.empty(), false);
  }

  public static Delivery published(String topic, boolean kept) {
    return new Delivery(Optional.empty(), Optional.of(topic), kept);
  }
}
