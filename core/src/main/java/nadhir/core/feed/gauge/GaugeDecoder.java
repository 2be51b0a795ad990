package nadhir.core.feed.gauge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;

/**
 * Reads documents of water and rain gauges as the feed's mapping describes them. One report for
 * each row or item: a row with stage and discharge is one, rain is one of its own.
 *
 * <p>A value that tells of the gauge itself (a number for none, a mark such as ice, a value that
 * cannot be) is rejected with a {@link nadhir.core.report.SensorFault}. What only several values
 * together tell (silence, being stuck, jumps) is the hazard desk's to find.
 *
 * @see MappingReader the mapping
 */
final class GaugeDecoder implements FeedDecoder {
  /** Items of one document; what stands behind them is not read. */
  static final int MAX_ITEMS = 200_000;

  private final List<ShapeReader> shapes;
  private final Reports reports;

  GaugeDecoder(FeedId feed, GaugeOptions options) {
    this.shapes = options.shapes().stream().map(ShapeReader::new).toList();
    this.reports = new Reports(feed);
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    return decode(raw, receivedAt, Delivery.PLAIN);
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt, Delivery delivery) {
    if (raw.length > MAX_BYTES) {
      return List.of(
          new Decoded.Rejected(Reason.TOO_LARGE, raw.length + " bytes, at most " + MAX_BYTES));
    }
    Optional<Moment> receipt =
        delivery.topic().isPresent() && !delivery.kept()
            ? Optional.of(Moment.of(receivedAt))
            : Optional.empty();
    List<Taken> taken = new ArrayList<>();
    Optional<Decoded.Rejected> fault =
        switch (shapes.getFirst().shape().layout()) {
          case Layout.Csv _ ->
              new CsvDocument(shapes.getFirst(), delivery, receipt, taken).read(raw);
          case Layout.Json _ -> new JsonDocument(shapes, delivery, receipt, taken).read(raw);
        };
    List<Decoded> all = new ArrayList<>(reports.of(taken, receivedAt));
    fault.ifPresent(all::add);
    return all;
  }

  static Decoded.Rejected tooMany() {
    return new Decoded.Rejected(
        Reason.TOO_LARGE, "more than " + MAX_ITEMS + " items; the rest was not read");
  }
}
