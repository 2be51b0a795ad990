package nadhir.core.feed.quakeml;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.quake.EventKind;
import nadhir.core.feed.quake.FirstSaid;
import nadhir.core.feed.quake.Head;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.feed.quake.QuakeValues;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** One event with its origins and magnitudes. */
final class QuakeMlEvent {
  private static final String REJECTED = "rejected";

  private final XmlElement event;
  private final Instant receivedAt;
  private final Optional<XmlElement> origin;
  private final Optional<XmlElement> magnitude;

  QuakeMlEvent(XmlElement event, Instant receivedAt) {
    this.event = event;
    this.receivedAt = receivedAt;
    this.origin = preferred("origin", "preferredOriginID");
    this.magnitude = preferred("magnitude", "preferredMagnitudeID");
  }

  /** The one that is preferred; where none is, or one that is not there, the first. */
  private Optional<XmlElement> preferred(String kind, String reference) {
    List<XmlElement> all = event.all(kind);
    Optional<String> wanted = event.said(reference);
    return all.stream()
        .filter(e -> wanted.isPresent() && e.attribute("publicID").equals(wanted))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  HazardReport report(QuakeReports reports, FirstSaid firstSaid) throws Refusal {
    EventName name = EventName.of(event);
    if (name.id().isEmpty()) {
      throw new Refusal(Reason.NO_ID, "no publicID");
    }
    Instant updatedAt = updatedAt(name.id(), firstSaid);
    Head none = head(name, occurredAt().orElse(updatedAt), updatedAt);
    String type = event.said("type").filter(t -> !t.equals("null")).orElse("earthquake");
    if (evaluation("evaluationStatus").equals(REJECTED)) {
      return reports.takenBack(none, Optional.empty());
    }
    return switch (EventKind.of(type)) {
      case EARTHQUAKE, SUSPECTED ->
          reports.actual(head(name, updatedAt), place(), certainty(), quake());
      case TEST -> reports.test(head(name, updatedAt), place(), certainty(), quake());
      case NEVER_HAPPENED -> reports.takenBack(none, Optional.empty());
      case OTHER -> reports.notAnEarthquake(none, type);
    };
  }

  private Head head(EventName name, Instant updatedAt) throws Refusal {
    Instant occurredAt =
        occurredAt().orElseThrow(() -> new Refusal(Reason.NO_TIME, "no origin with a time"));
    return head(name, occurredAt, updatedAt);
  }

  private Head head(EventName name, Instant occurredAt, Instant updatedAt) {
    return new Head(name.id(), name.alsoKnownAs(), occurredAt, updatedAt, receivedAt, title());
  }

  /** The latest moment at which event, origin or magnitude were made; or its first receipt. */
  private Instant updatedAt(String id, FirstSaid firstSaid) throws Refusal {
    Optional<Instant> latest = Optional.empty();
    for (Optional<XmlElement> part : List.of(Optional.of(event), origin, magnitude)) {
      Optional<String> made =
          part.flatMap(p -> p.first("creationInfo")).flatMap(c -> c.said("creationTime"));
      if (made.isPresent()) {
        Instant at = Texts.isoUtc(made.get());
        latest = latest.filter(at::isBefore).or(() -> Optional.of(at));
      }
    }
    return latest.orElseGet(() -> firstSaid.of(id, event.toString().hashCode(), receivedAt));
  }

  private Optional<Instant> occurredAt() throws Refusal {
    Optional<String> time = value(origin, "time");
    return time.isEmpty() ? Optional.empty() : Optional.of(Texts.isoUtc(time.get()));
  }

  private LatLon place() throws Refusal {
    OptionalDouble lat = number(origin, "latitude", Reason.BAD_PLACE);
    OptionalDouble lon = number(origin, "longitude", Reason.BAD_PLACE);
    if (lat.isEmpty() || lon.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "no origin with latitude and longitude");
    }
    return QuakeValues.place(lat.getAsDouble(), lon.getAsDouble());
  }

  private Observation.Quake quake() throws Refusal {
    OptionalDouble mag = number(magnitude, "mag", Reason.BAD_MAGNITUDE);
    OptionalDouble depthM = number(origin, "depth", Reason.BAD_DEPTH);
    if (mag.isEmpty()) {
      throw new Refusal(Reason.NO_MAGNITUDE, "no magnitude");
    }
    return new Observation.Quake(
        QuakeValues.magnitude(mag.getAsDouble()),
        magnitude.flatMap(m -> m.said("type")).orElse(""),
        depthM.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(QuakeValues.depthM(depthM.getAsDouble() / 1000)),
        OptionalInt.empty());
  }

  private Certainty certainty() {
    String mode = evaluation("evaluationMode");
    return switch (evaluation("evaluationStatus")) {
      case "confirmed", "reviewed", "final" -> Certainty.OBSERVED;
      case String status when mode.equals("manual") -> Certainty.OBSERVED;
      case String status when mode.equals("automatic") || status.equals("preliminary") ->
          Certainty.LIKELY;
      case String _ -> Certainty.POSSIBLE;
    };
  }

  private String evaluation(String what) {
    return origin.flatMap(o -> o.said(what)).orElse("");
  }

  /** A name that people use before a region of Flinn and Engdahl. */
  private String title() {
    List<XmlElement> all = event.all("description");
    return all.stream()
        .filter(d -> d.said("type").orElse("").equals("earthquake name"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .flatMap(d -> d.said("text"))
        .orElse("");
  }

  private static OptionalDouble number(Optional<XmlElement> in, String name, Reason otherwise)
      throws Refusal {
    return QuakeValues.number(value(in, name).orElse(""), otherwise);
  }

  private static Optional<String> value(Optional<XmlElement> in, String name) {
    return in.flatMap(e -> e.first(name)).flatMap(q -> q.said("value"));
  }
}
