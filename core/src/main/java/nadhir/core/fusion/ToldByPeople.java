package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.command.HazardCommand.ReportDistress;
import nadhir.core.command.HazardCommand.ReportFelt;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** What an operator types for a caller, looked at and made a report like any other. */
final class ToldByPeople {
  /** Who told it, in characters. */
  static final int MAX_SOURCE = 80;

  /** In one boat; the largest ships carry fewer. */
  static final int MAX_PERSONS = 10_000;

  /** What happened longer ago is no call for help any more. */
  static final Duration MAX_AGO = Duration.ofHours(24);

  /** The caller's watch and the house's. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final HazardTypeId DISTRESS_AT_SEA = new HazardTypeId("distress-at-sea");
  private static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");

  private final Hazards hazards;

  ToldByPeople(Hazards hazards) {
    this.hazards = hazards;
  }

  Outcome distress(Entry input, ReportDistress c) {
    Optional<Outcome> refused =
        refused(input, DISTRESS_AT_SEA, c.source(), c.at(), MAX_AGO)
            .or(() -> badMmsi(c.mmsi()))
            .or(() -> badPersons(c))
            .or(() -> badTitle(c.title()));
    return refused.orElseGet(
        () ->
            told(
                input,
                DISTRESS_AT_SEA,
                c.at(),
                c.place(),
                new Observation.Distress(
                    c.mmsi(),
                    c.kind(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    1,
                    c.persons()),
                c.title().isBlank() ? c.source() : c.source() + ": " + c.title().strip()));
  }

  Outcome felt(Entry input, ReportFelt c) {
    return refused(input, EARTHQUAKE, c.source(), c.at(), FeltReports.KEPT)
        .or(() -> badMmi(c.mmi()))
        .orElseGet(
            () ->
                told(
                    input,
                    EARTHQUAKE,
                    c.at(),
                    c.place(),
                    new Observation.Felt(c.mmi(), 1),
                    c.source()));
  }

  private Optional<Outcome> refused(
      Entry input, HazardTypeId type, String source, Instant at, Duration maxAgo) {
    if (!hazards.knows(type)) {
      return refuse("unknown-type", "The site lists no hazard type '" + type + "'.");
    }
    if (source.isBlank() || source.length() > MAX_SOURCE) {
      return refuse("bad-source", "Say who told it, in 1 to " + MAX_SOURCE + " characters.");
    }
    if (at.isAfter(input.at().plus(CLOCKS_DIFFER))) {
      return refuse("in-the-future", "It cannot have happened later than now.");
    }
    return at.isBefore(input.at().minus(maxAgo))
        ? refuse("too-long-ago", "That was more than " + maxAgo.toHours() + " h ago.")
        : Optional.empty();
  }

  private static Optional<Outcome> badMmsi(String mmsi) {
    return mmsi.isEmpty() || mmsi.matches("[0-9]{9}")
        ? Optional.empty()
        : refuse("bad-mmsi", "An MMSI has nine digits; leave it empty when nobody knows it.");
  }

  private static Optional<Outcome> badPersons(ReportDistress c) {
    return c.persons().isEmpty()
            || c.persons().getAsInt() >= 1 && c.persons().getAsInt() <= MAX_PERSONS
        ? Optional.empty()
        : refuse("bad-persons", "One person or more; leave it empty when nobody knows.");
  }

  private static Optional<Outcome> badTitle(String title) {
    return title.length() <= HazardReport.MAX_TITLE - MAX_SOURCE - 2
        ? Optional.empty()
        : refuse(
            "bad-title",
            "A title has at most " + (HazardReport.MAX_TITLE - MAX_SOURCE - 2) + " characters.");
  }

  private static Optional<Outcome> badMmi(double mmi) {
    return mmi >= 1 && mmi <= 12
        ? Optional.empty()
        : refuse("bad-mmi", "The scale goes from 1 to 12.");
  }

  private static Optional<Outcome> refuse(String reason, String detail) {
    return Optional.of(Outcome.refused(reason, detail));
  }

  private static Outcome told(
      Entry input,
      HazardTypeId type,
      Instant at,
      LatLon place,
      Observation observation,
      String title) {
    var id = new ReportId(HazardCommands.PEOPLE + ":" + input.seq());
    var report =
        new HazardReport(
            id,
            HazardCommands.PEOPLE,
            type,
            HazardReport.Status.ACTUAL,
            at,
            at,
            input.at(),
            Optional.of(place),
            Certainty.OBSERVED,
            observation,
            List.of(),
            Texts.title(title));
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Told(report)));
  }
}
