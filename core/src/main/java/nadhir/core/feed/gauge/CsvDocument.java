package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.Reason;

/** A table while it is read, row by row. */
final class CsvDocument {
  private final ShapeReader reader;
  private final Layout.Csv layout;
  private final Delivery delivery;
  private final Optional<Moment> receipt;
  private final List<Taken> taken;

  /**
   * @param taken gets what the rows hold
   */
  CsvDocument(ShapeReader reader, Delivery delivery, Optional<Moment> receipt, List<Taken> taken) {
    this.reader = reader;
    this.layout = (Layout.Csv) reader.shape().layout();
    this.delivery = delivery;
    this.receipt = receipt;
    this.taken = taken;
  }

  /** What is wrong with the table as a whole. */
  Optional<Decoded.Rejected> read(byte[] raw) {
    if (JsonWalk.isXml(raw)) {
      return wrong("this is XML, no table: ask the source for one");
    }
    var rows = new CsvRows(raw, layout);
    var headings = new Headings(List.of());
    if (layout.header()) {
      if (!rows.hasNext()) {
        return wrong("it has no line with the columns' names");
      }
      headings =
          rows.next() instanceof CsvRows.Row.Cells(_, var names) ? new Headings(names) : headings;
      Optional<String> missing = missing(headings);
      if (missing.isPresent()) {
        return wrong(missing.get());
      }
    }
    rows.skip(layout.skip());
    for (int items = 0; rows.hasNext(); items++) {
      if (items >= GaugeDecoder.MAX_ITEMS) {
        return Optional.of(GaugeDecoder.tooMany());
      }
      switch (rows.next()) {
        case CsvRows.Row.Cells(int line, var cells) ->
            taken.addAll(reader.read(new CsvItem(line, cells, headings, delivery), receipt));
        case CsvRows.Row.TooLong(int line, var why) ->
            taken.add(
                new Taken.Refused(
                    new Decoded.Rejected(Reason.LINE_TOO_LONG, "line " + line + ": " + why)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Decoded.Rejected> wrong(String why) {
    return Optional.of(new Decoded.Rejected(Reason.WRONG_DOCUMENT, why));
  }

  /** Gauge and time must have their columns, and one quantity at least. */
  private Optional<String> missing(Headings headings) {
    Shape shape = reader.shape();
    List<Source> needed = new ArrayList<>(List.of(shape.gauge()));
    if (shape.time() instanceof TimeSpec.Stated stated) {
      needed.addAll(stated.parts());
    }
    for (Source source : needed) {
      if (source.places().stream().noneMatch(place -> isThere(place, headings))) {
        return Optional.of("no column " + names(Stream.of(source)) + " in it");
      }
    }
    boolean any =
        shape.quantities().stream()
            .flatMap(q -> q.value().places().stream())
            .anyMatch(place -> isThere(place, headings));
    return any
        ? Optional.empty()
        : Optional.of(
            "none of its columns is "
                + names(shape.quantities().stream().map(QuantitySpec::value)));
  }

  private static boolean isThere(Place place, Headings headings) {
    return !(place instanceof Place.ByName(var column)) || headings.find(column) >= 0;
  }

  private static String names(Stream<Source> sources) {
    return String.join(
        ", ",
        sources
            .flatMap(source -> source.places().stream())
            .map(place -> place instanceof Place.ByName(var column) ? "'" + column + "'" : "?")
            .toList());
  }
}
