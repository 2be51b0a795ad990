package nadhir.core.feed.navwarn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.Within;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** One warning with what its text says. */
final class Warning {
  static final HazardTypeId TYPE = new HazardTypeId("navigational-warning");

  private static final Pattern IN_FORCE = Pattern.compile("\\bWARNINGS IN FORCE AS OF\\b");
  private static final Pattern ENDS = Pattern.compile("\\bCANCEL THIS MSG (?=\\d{6}Z )");

  /** The sea and country, and the chart, which come before the matter itself. */
  private static final Pattern HEADS =
      Pattern.compile("^(?:[^.\\d]{1,60}\\. |(?:DNC|CHARTS?) [\\d, DNC]{1,60}\\. )");

  /** What it is about: the words before a place, a time, a ship. */
  private static final Pattern MATTER =
      Pattern.compile("^(?:\\d+\\. )?([A-Z][A-Z /&-]{2,80}?)(?=$|[,.(]| IN | BY | UNTIL | \\d)");

  private final FeedId feed;
  private final Fields fields;
  private final Instant receivedAt;
  private final ReportId id;

  Warning(FeedId feed, Fields fields, Instant receivedAt) throws Refusal {
    this.feed = feed;
    this.fields = fields;
    this.receivedAt = receivedAt;
    String name =
        fields.id().orElseThrow(() -> new Refusal(Reason.NO_ID, "no series, number or year"));
    String scoped = feed + ":" + name;
    if (!Id.isValid(scoped)) {
      throw new Refusal(Reason.BAD_ID, "the id cannot be used");
    }
    this.id = new ReportId(scoped);
  }

  ReportId id() {
    return id;
  }

  /** Names that a warning goes by in all feeds. */
  static List<ReportId> names(String name) {
    return List.of(new ReportId("navwarn:" + name));
  }

  HazardReport report(NavWarnDecoder.Options options) throws Refusal {
    if (fields.text().isEmpty()) {
      throw new Refusal(Reason.NO_HAZARD, "no text");
    }
    if (IN_FORCE.matcher(fields.text()).find()) {
      throw new Refusal(Reason.NO_HAZARD, "a list of what is in force");
    }
    Instant issuedAt = fields.issuedAt();
    Drawing drawing = Drawing.of(fields.text());
    Optional<LatLon> place = place(drawing, options);
    boolean cancelled = fields.isCancelled();
    return new HazardReport(
        id,
        feed,
        TYPE,
        cancelled ? Status.WITHDRAWN : Status.ACTUAL,
        issuedAt,
        issuedAt,
        receivedAt,
        place,
        Certainty.LIKELY,
        cancelled
            ? new Observation.Nothing()
            : new Observation.Stated(
                Severity.UNKNOWN,
                issuedAt,
                until(issuedAt),
                drawing.area(),
                matter(),
                "en",
                fields.authority()),
        names(fields.name()),
        Texts.title(fields.name() + " " + fields.text()));
  }

  /** The position next to the site, or the first one where the site does not say where it is. */
  private Optional<LatLon> place(Drawing drawing, NavWarnDecoder.Options options) throws Refusal {
    if (options.within().isEmpty()) {
      return drawing.positions().stream().findFirst();
    }
    Within within = options.within().get();
    Optional<LatLon> nearest = drawing.nearest(within.centre());
    if (options.seas().stream().anyMatch(sea -> fields.text().startsWith(sea + "."))) {
      return nearest;
    }
    if (nearest.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "it names no position");
    }
    if (!drawing.contains(within.centre())) {
      within.check(nearest.get());
    }
    return nearest;
  }

  /** When it cancels itself, unless that is before it was issued. */
  private Optional<Instant> until(Instant issuedAt) {
    Matcher m = ENDS.matcher(fields.text());
    return m.find()
        ? DateTimeGroup.find(fields.text().substring(m.end())).filter(issuedAt::isBefore)
        : Optional.empty();
  }

  private String matter() {
    String text = fields.text();
    for (Matcher head = HEADS.matcher(text); head.find(); head = HEADS.matcher(text)) {
      text = text.substring(head.end());
    }
    Matcher m = MATTER.matcher(text);
    return m.find() ? m.group(1).strip() : "";
  }
}
