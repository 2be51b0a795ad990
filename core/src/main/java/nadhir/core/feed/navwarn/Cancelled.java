package nadhir.core.feed.navwarn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.id.FeedId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * A warning that another one cancels: {@code CANCEL HYDROPAC 1196/23, 1197/23 AND 1201/23.}
 *
 * @param name {@code HYDROPAC-1196/2023}
 */
record Cancelled(ReportId id, String name) {
  /** Cancellations of one warning beyond this are left out; the lists of all in force have 20. */
  static final int MAX_CANCELLED = 200;

  private static final Pattern CANCEL =
      Pattern.compile("\\bCANCEL (NAVAREA [IVX]{1,5}|HYDROLANT|HYDROPAC|HYDROARC)(?: MSGS?)?");
  private static final Pattern NUMBER =
      Pattern.compile("[ ,]*(?:AND )?(\\d{1,6})/(\\d{4}|\\d{2})(?!\\d)(?:\\(\\d+\\))?");

  static List<Cancelled> of(Fields fields, FeedId feed) {
    String text = fields.text();
    List<Cancelled> all = new ArrayList<>();
    Matcher cancel = CANCEL.matcher(text);
    while (cancel.find()) {
      Matcher number = NUMBER.matcher(text);
      int at = cancel.end();
      while (number.region(at, text.length()).lookingAt() && all.size() < MAX_CANCELLED) {
        String name =
            Series.ofText(cancel.group(1))
                + "-"
                + Integer.parseInt(number.group(1))
                + "/"
                + DateTimeGroup.year(number.group(2));
        if (Id.isValid(feed + ":" + name)) {
          all.add(new Cancelled(new ReportId(feed + ":" + name), name));
        }
        at = number.end();
      }
    }
    return all;
  }

  HazardReport report(FeedId feed, Fields by, Instant receivedAt) throws Refusal {
    return new HazardReport(
        id,
        feed,
        Warning.TYPE,
        Status.WITHDRAWN,
        by.issuedAt(),
        by.issuedAt(),
        receivedAt,
        Optional.empty(),
        Certainty.UNKNOWN,
        new Observation.Nothing(),
        Warning.names(name),
        Texts.title("cancelled by " + by.name()));
  }
}
