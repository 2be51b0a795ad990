package nadhir.core.feed.cap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/**
 * One {@code info} of an alert: its words in one language, for one area, event or phase.
 *
 * @param language a BCP 47 tag; empty where the source gives none. CAP means en-US then, but
 *     sources that forget it write in their own language
 * @param onset where it is missing, when it took effect, else when it was sent
 * @param until when it expires; when the alert was sent, where that is the all-clear
 */
record CapInfo(
    HazardTypeId type,
    String language,
    String event,
    Severity severity,
    Certainty certainty,
    Instant onset,
    Optional<Instant> until,
    String headline,
    CapArea area,
    Optional<CapQuake> quake) {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}");

  /** What tells infos apart that are not the same in another language or for another area. */
  private record Phase(
      HazardTypeId type,
      String language,
      String event,
      Severity severity,
      Certainty certainty,
      Instant onset,
      Optional<Instant> until) {}

  /** An earthquake is the same one in every language. */
  Object phase() {
    return quake
        .<Object>map(q -> List.of(q, area.place()))
        .orElse(new Phase(type, language, event, severity, certainty, onset, until));
  }

  CapInfo and(CapArea more) {
    return new CapInfo(
        type, language, event, severity, certainty, onset, until, headline, area.and(more), quake);
  }

  static CapInfo read(CapAlert alert, XmlElement info, EventTypes types) throws Refusal {
    String event = Texts.title(CapWords.need(info, "event"));
    List<String> categories =
        info.all("category").stream().map(c -> c.text().strip()).filter(c -> !c.isEmpty()).toList();
    if (categories.isEmpty() && !CapWords.isOldest(info)) {
      throw new Refusal(Reason.MISSING_ELEMENT, "info has no 'category'");
    }
    CapWords.urgency(CapWords.need(info, "urgency"));
    Severity severity = CapWords.severity(CapWords.need(info, "severity"));
    Certainty certainty = CapWords.certainty(CapWords.need(info, "certainty"));
    Optional<Instant> effective = CapAlert.time(info, "effective");
    Optional<Instant> onset = CapAlert.time(info, "onset").or(() -> effective);
    Optional<Instant> expires = CapAlert.time(info, "expires");
    String headline = CapWords.find(info, "headline").orElse(event);
    HazardTypeId type = types.of(event, categories);
    CapArea area = CapArea.read(info.all("area"), types.within());
    return new CapInfo(
        type,
        CapWords.find(info, "language").filter(l -> TAG.matcher(l).matches()).orElse(""),
        event,
        severity,
        certainty,
        onset.orElse(alert.sent()),
        allClear(info) ? Optional.of(earlier(expires, alert.sent())) : expires,
        Texts.title(headline),
        area,
        CapQuake.read(type, info, area));
  }

  private static boolean allClear(XmlElement info) {
    return info.all("responseType").stream().anyMatch(r -> r.text().strip().equals("AllClear"));
  }

  private static Instant earlier(Optional<Instant> expires, Instant sent) {
    return expires.filter(e -> e.isBefore(sent)).orElse(sent);
  }

  /**
   * @param part its number among the reports of the alert
   */
  HazardReport report(CapSource source, CapAlert alert, int part) throws Refusal {
    return new HazardReport(
        alert.name().report(source.feed(), part),
        source.feed(),
        type,
        alert.status(),
        quake.map(CapQuake::occurredAt).orElse(alert.sent()),
        alert.sent(),
        source.receivedAt(),
        area.place(),
        certainty,
        quake.<Observation>map(CapQuake::observation).orElseGet(() -> stated(alert)),
        source.names(alert, part, quake),
        headline);
  }

  private Observation stated(CapAlert alert) {
    return new Observation.Stated(
        severity, onset, until, area.area(), event, language, alert.sender());
  }
}
