package nadhir.core.cap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.alert.CapCodes.Urgency;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/**
 * A CAP 1.2 alert message, as far as Nadhir writes it. Times are to the second.
 *
 * @param restriction who may have it, for the scope Restricted
 * @param addresses who it is for, for the scope Private
 * @param references the messages that it follows up, oldest first
 */
public record CapDocument(
    String identifier,
    String sender,
    Instant sent,
    Status status,
    MsgType msgType,
    Scope scope,
    Optional<String> restriction,
    List<String> addresses,
    Optional<String> note,
    List<Reference> references,
    List<Info> infos) {
  public CapDocument {
    addresses = List.copyOf(addresses);
    references = List.copyOf(references);
    infos = List.copyOf(infos);
  }

  /** CAP status. */
  public enum Status {
    ACTUAL,
    EXERCISE,
    SYSTEM,
    TEST,
    DRAFT
  }

  /** CAP msgType. */
  public enum MsgType {
    ALERT,
    UPDATE,
    CANCEL,
    ACK,
    ERROR
  }

  /** CAP scope. */
  public enum Scope {
    PUBLIC,
    RESTRICTED,
    PRIVATE
  }

  /** An earlier message. */
  public record Reference(String sender, String identifier, Instant sent) {}

  /** A named value: a CAP parameter or geocode. */
  public record NamedValue(String name, String value) {}

  /** The message in one language. */
  public record Info(
      String language,
      List<String> categories,
      String event,
      List<String> responseTypes,
      Urgency urgency,
      Severity severity,
      Certainty certainty,
      Optional<Instant> effective,
      Optional<Instant> expires,
      Optional<String> senderName,
      Optional<String> headline,
      Optional<String> description,
      Optional<String> instruction,
      List<NamedValue> parameters,
      List<CapArea> areas) {
    public Info {
      categories = List.copyOf(categories);
      responseTypes = List.copyOf(responseTypes);
      parameters = List.copyOf(parameters);
      areas = List.copyOf(areas);
    }
  }

  /** Where: closed rings and circles, with a name for people. */
  public record CapArea(
      String description,
      List<List<LatLon>> polygons,
      List<Area.Circle> circles,
      List<NamedValue> geocodes) {
    public CapArea {
      polygons = polygons.stream().map(List::copyOf).toList();
      circles = List.copyOf(circles);
      geocodes = List.copyOf(geocodes);
    }
  }
}
