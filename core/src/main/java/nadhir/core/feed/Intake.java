package nadhir.core.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes what came from the network, and hands it to the sink item by item. */
public final class Intake {
  private final RawFeed raw;
  private final FeedSink sink;

  public Intake(RawFeed raw, FeedSink sink) {
    this.raw = raw;
    this.sink = sink;
  }

  /**
   * What came of a document or piece.
   *
   * @param understood items that were reports or messages
   * @param fault what is wrong with the document as a whole
   * @param allTaken false when the sink left a report, which must be offered again
   * @param linked documents that an index names, to be fetched
   */
  public record Taken(int understood, Optional<String> fault, boolean allTaken, List<URI> linked) {
    public Taken {
      linked = List.copyOf(linked);
    }
  }

  public Taken take(byte[] bytes, Instant at) {
    return take(bytes, at, Delivery.PLAIN);
  }

  /** The same for what came with more than its bytes. */
  public Taken take(byte[] bytes, Instant at, Delivery delivery) {
    return hand(raw.offer(bytes, at, delivery), at);
  }

  /** Something that never came as far as the decoder. */
  public void rejected(Reason reason, String detail) {
    raw.rejects().count(reason);
    sink.rejected(raw.feed(), reason, detail);
  }

  /** The connection is gone. */
  public void finish(Instant at) {
    hand(raw.finish(), at);
  }

  private Taken hand(List<Decoded> all, Instant at) {
    int understood = 0;
    boolean allTaken = true;
    List<URI> linked = new ArrayList<>();
    Optional<String> fault = Optional.empty();
    for (Decoded d : all) {
      switch (d) {
        case Decoded.Ok(var report) -> {
          understood++;
          if (!sink.offer(report)) {
            raw.forget(report);
            allTaken = false;
          }
        }
        case Decoded.Heard(var message) -> {
          understood++;
          sink.heard(raw.feed(), message, at);
        }
        case Decoded.Linked(var document) -> {
          understood++;
          linked.add(document);
        }
        case Decoded.Rejected(var reason, var detail, var sensor) -> {
          sink.rejected(raw.feed(), reason, detail);
          sensor.ifPresent(s -> sink.doubted(raw.feed(), s, detail));
          fault = reason.ofDocument() ? Optional.of(detail) : fault;
        }
      }
    }
    return new Taken(understood, fault, allTaken, linked);
  }
}
