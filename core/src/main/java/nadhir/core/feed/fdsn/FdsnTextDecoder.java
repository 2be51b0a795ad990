package nadhir.core.feed.fdsn;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.quake.FirstSaid;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.yaml.YamlNode;

/**
 * Earthquakes as lines of columns divided by {@code |}, which every FDSN event service can give
 * ({@code format=text}): GEOFON, EMSC, INGV, USGS. The line of headings may be missing, the last
 * column (the type of event) too, and any field may be blank.
 *
 * <p>The format says neither when a line was revised nor whether a person looked at it. A line
 * counts as revised when it is first received as it now stands, and as LIKELY; it never says that
 * an event was deleted: an event that is no longer listed is not taken back.
 *
 * @see <a href="https://www.fdsn.org/webservices/fdsnws-event-1.2.pdf">fdsnws-event 1.2</a>
 */
public final class FdsnTextDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "fdsn-text";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(QuakeReports.EARTHQUAKE);
    }

    @Override
    public FeedOptions options(Optional<YamlNode> options) {
      return options.flatMap(Options::read).orElse(usual());
    }

    @Override
    public FeedOptions usual() {
      return new Options(Optional.empty());
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new FdsnTextDecoder(feed);
    }
  }

  /**
   * @param catalogue whose ids the events have ({@code comcat} for the USGS service), so that other
   *     feeds of the same catalogue know them; else it is each line's contributor
   */
  record Options(Optional<String> catalogue) implements FeedOptions {
    static Optional<FeedOptions> read(YamlNode node) {
      Optional<String> catalogue = node.optionalText("catalogue");
      catalogue
          .filter(c -> !Id.isValid(c))
          .ifPresent(c -> node.mistake("catalogue", "'" + c + "' is no name of a catalogue"));
      return node.make(() -> new Options(catalogue));
    }
  }

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final QuakeReports reports;
  private final FirstSaid firstSaid = new FirstSaid();
  private final Options options;

  FdsnTextDecoder(FeedConfig feed) {
    this.reports = new QuakeReports(feed.id());
    this.options = (Options) feed.options();
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    if (raw.length > MAX_BYTES) {
      return List.of(
          new Decoded.Rejected(Reason.TOO_LARGE, raw.length + " bytes, at most " + MAX_BYTES));
    }
    String text = new String(raw, StandardCharsets.UTF_8);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      return List.of(); // a service that found nothing
    }
    if (text.indexOf('|') < 0 || text.indexOf('\0') >= 0) {
      return List.of(
          new Decoded.Rejected(Reason.WRONG_DOCUMENT, "no UTF-8 text in columns divided by |"));
    }
    return rows(text, receivedAt);
  }

  private List<Decoded> rows(String text, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    Columns columns = Columns.STANDARD;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.startsWith("#")) {
        Optional<Columns> headings = Columns.of(line);
        if (headings.isEmpty() && line.indexOf('|') >= 0) {
          return List.of(
              new Decoded.Rejected(Reason.WRONG_DOCUMENT, "not the headings of events: " + line));
        }
        columns = headings.orElse(columns);
      } else if (!line.isBlank()) {
        all.add(row(columns, line, number, receivedAt));
      }
    }
    return all;
  }

  private Decoded row(Columns columns, String line, int number, Instant receivedAt) {
    var row = new FdsnRow(columns.fields(line), receivedAt);
    try {
      return new Decoded.Ok(row.report(reports, firstSaid, options.catalogue()));
    } catch (Refusal e) {
      return e.rejected("line " + number + " " + row.id());
    }
  }
}
