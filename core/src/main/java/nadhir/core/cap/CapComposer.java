package nadhir.core.cap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.alert.Wording;
import nadhir.core.cap.CapDocument.CapArea;
import nadhir.core.cap.CapDocument.Info;
import nadhir.core.cap.CapDocument.MsgType;
import nadhir.core.cap.CapDocument.NamedValue;
import nadhir.core.cap.CapDocument.Reference;
import nadhir.core.cap.CapDocument.Scope;
import nadhir.core.cap.CapDocument.Status;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/** Makes the CAP document of an issued revision. In a drill lane its status is Exercise. */
public final class CapComposer {
  /** Parameter and geocode names, as an Internet-style prefix makes them ours. */
  static final String LEVEL = "nadhir:level";

  static final String ZONE = "nadhir:zone";

  private final SiteInfo site;
  private final Lane lane;
  private final Supplier<List<Zone>> zones;

  /**
   * @param zones as they are when a document is made, for their names
   */
  public CapComposer(SiteInfo site, Supplier<List<Zone>> zones, Lane lane) {
    this.site = site;
    this.lane = lane;
    this.zones = zones;
  }

  /** {@code aqaba.live.alert-21.1}: no blanks, commas, {@code <} or {@code &} (CAP 1.2, 3.2.1). */
  public String identifier(AlertId alert, int revision) {
    return String.join(
        ".", site.id(), lane.key().replace(':', '.'), alert.value(), Integer.toString(revision));
  }

  public CapDocument compose(IssuedRevision issued) {
    AlertMessage message = issued.message();
    return new CapDocument(
        identifier(message.alert(), message.revision()),
        site.capSender(),
        second(issued.issuedAt()),
        lane instanceof Lane.Drill ? Status.EXERCISE : Status.ACTUAL,
        MsgType.valueOf(message.type().name()),
        Scope.valueOf(message.scope().name()),
        restriction(message),
        message.scope() == AlertMessage.Scope.PRIVATE ? message.audience().listed() : List.of(),
        note(message),
        references(issued),
        infos(issued));
  }

  private static Optional<String> restriction(AlertMessage message) {
    if (message.scope() != AlertMessage.Scope.RESTRICTED) {
      return Optional.empty();
    }
    List<String> who = new ArrayList<>(message.audience().listed());
    if (message.audience().institutions()) {
      who.add("institutions");
    }
    return Optional.of("For " + String.join(", ", who) + " only");
  }

  /** An exercise names itself, a correction says that the message was an error. */
  private Optional<String> note(AlertMessage message) {
    List<String> parts = new ArrayList<>();
    String note = message.note().orElse("");
    if (lane instanceof Lane.Drill(var id) && !note.contains("Exercise")) {
      parts.add("Exercise " + id);
    }
    if (!note.isBlank()) {
      parts.add(note);
    }
    boolean cancel = message.type() == AlertMessage.MsgType.CANCEL;
    if (cancel && !note.contains("Sent in error")) {
      parts.add("Sent in error");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", parts));
  }

  private List<Reference> references(IssuedRevision issued) {
    AlertId alert = issued.message().alert();
    return issued.earlier().stream()
        .map(
            e ->
                new Reference(
                    site.capSender(), identifier(alert, e.revision()), second(e.issuedAt())))
        .toList();
  }

  /** One for each language; a language that only repeats another one's words is left out. */
  private List<Info> infos(IssuedRevision issued) {
    List<Info> infos = new ArrayList<>();
    for (Wording wording : own(issued.message().wordings())) {
      infos.add(info(issued, wording));
    }
    return infos;
  }

  /** The wordings in words of their own: those that fall back to another language are not. */
  static List<Wording> own(List<Wording> wordings) {
    List<Wording> own = new ArrayList<>();
    for (Wording wording : wordings) {
      boolean repeated =
          own.stream()
              .anyMatch(
                  w -> w.sms().equals(wording.sms()) && w.headline().equals(wording.headline()));
      if (!repeated) {
        own.add(wording);
      }
    }
    return own;
  }

  private Info info(IssuedRevision issued, Wording wording) {
    AlertMessage message = issued.message();
    var cap = message.cap();
    return new Info(
        wording.language(),
        List.of(cap.category()),
        cap.event(),
        cap.responseTypes(),
        cap.urgency(),
        cap.severity(),
        cap.certainty(),
        Optional.of(second(issued.issuedAt())),
        Optional.of(second(message.expiresAt())),
        Optional.of(site.name().in(wording.language())),
        Optional.of(wording.headline()),
        Optional.of(wording.sms()),
        Optional.of(wording.instruction()),
        List.of(new NamedValue(LEVEL, message.level().value())),
        List.of(area(message, wording.language())));
  }

  private CapArea area(AlertMessage message, String language) {
    SortedMap<ZoneId, Words> nameOf = new TreeMap<>();
    zones.get().forEach(zone -> nameOf.put(zone.id(), zone.name()));
    String names =
        message.zones().stream()
            .filter(nameOf::containsKey)
            .map(zone -> nameOf.get(zone).in(language))
            .collect(Collectors.joining(", "));
    return new CapArea(
        names.isEmpty() ? site.name().in(language) : names,
        message.area().polygons().stream().map(Area.Polygon::outer).toList(),
        message.area().circles(),
        message.zones().stream().map(zone -> new NamedValue(ZONE, zone.value())).toList());
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
