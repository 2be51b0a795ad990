package nadhir.core.feed.fdsn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.fdsn.Columns.Column;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.EventKind;
import nadhir.core.feed.quake.FirstSaid;
import nadhir.core.feed.quake.Head;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.feed.quake.QuakeValues;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** One line of a catalogue. */
final class FdsnRow {
  private final Map<Column, String> fields;
  private final Instant receivedAt;

  FdsnRow(Map<Column, String> fields, Instant receivedAt) {
    this.fields = fields;
    this.receivedAt = receivedAt;
  }

  String id() {
    return of(Column.EVENT_ID);
  }

  HazardReport report(QuakeReports reports, FirstSaid firstSaid, Optional<String> catalogue)
      throws Refusal {
    if (!fields.containsKey(Column.MAGNITUDE)) {
      throw new Refusal(Reason.BAD_ROW, "no column for a magnitude");
    }
    var head =
        new Head(
            id(),
            CatalogueIds.of(catalogue.orElseGet(this::contributor), List.of(id())),
            time(),
            firstSaid.of(id(), fields.toString(), receivedAt),
            receivedAt,
            of(Column.LOCATION));
    return switch (kind()) {
      case EARTHQUAKE -> reports.actual(head, place(), Certainty.LIKELY, quake());
      case SUSPECTED -> reports.actual(head, place(), Certainty.POSSIBLE, quake());
      case TEST -> reports.test(head, place(), Certainty.LIKELY, quake());
      case NEVER_HAPPENED -> reports.takenBack(head, Optional.empty());
      case OTHER -> reports.notAnEarthquake(head, of(Column.EVENT_TYPE));
    };
  }

  /**
   * A service that has no column for it lists earthquakes; one that leaves it blank has not looked
   * yet.
   */
  private EventKind kind() {
    if (!fields.containsKey(Column.EVENT_TYPE)) {
      return EventKind.EARTHQUAKE;
    }
    String type = of(Column.EVENT_TYPE);
    return type.isEmpty() ? EventKind.SUSPECTED : EventKind.of(type);
  }

  private String contributor() {
    String contributor = of(Column.CONTRIBUTOR);
    String name = contributor.isEmpty() ? of(Column.CATALOG) : contributor;
    return name.isEmpty() ? "fdsn" : name.toLowerCase(Locale.ROOT);
  }

  /** The standard says UTC, and nearly all leave the Z out. */
  private Instant time() throws Refusal {
    String time = of(Column.TIME);
    if (time.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no time");
    }
    return Texts.isoUtc(time);
  }

  private LatLon place() throws Refusal {
    OptionalDouble lat = QuakeValues.number(of(Column.LATITUDE), Reason.BAD_PLACE);
    OptionalDouble lon = QuakeValues.number(of(Column.LONGITUDE), Reason.BAD_PLACE);
    if (lat.isEmpty() || lon.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "no latitude or longitude");
    }
    return QuakeValues.place(lat.getAsDouble(), lon.getAsDouble());
  }

  private Observation.Quake quake() throws Refusal {
    OptionalDouble magnitude = QuakeValues.number(of(Column.MAGNITUDE), Reason.BAD_MAGNITUDE);
    OptionalDouble depthKm = QuakeValues.number(of(Column.DEPTH_KM), Reason.BAD_DEPTH);
    if (magnitude.isEmpty()) {
      throw new Refusal(Reason.NO_MAGNITUDE, "no magnitude");
    }
    return new Observation.Quake(
        QuakeValues.magnitude(magnitude.getAsDouble()),
        of(Column.MAG_TYPE),
        depthKm.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(QuakeValues.depthM(depthKm.getAsDouble())),
        OptionalInt.empty());
  }

  private String of(Column column) {
    return fields.getOrDefault(column, "");
  }
}
