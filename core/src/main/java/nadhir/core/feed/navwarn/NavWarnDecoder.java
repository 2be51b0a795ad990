package nadhir.core.feed.navwarn;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Within;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.yaml.YamlNode;

/**
 * Navigational warnings in the JSON of the NGA's maritime safety office: NAVAREA IV and XII, and
 * HYDROLANT, HYDROPAC, HYDROARC for the rest of the world. The document lists all that are in
 * force.
 *
 * <p>A warning is a capital text with a few fields. From the text come the places (positions, areas
 * bound by them, circles around them), when it ends ({@code CANCEL THIS MSG 251516Z APR 23}), and
 * which earlier ones it cancels: of each of those a report says that it is taken back.
 *
 * @see <a href="https://msi.nga.mil/api/swagger-ui.html">the service, broadcast-warn</a>
 */
public final class NavWarnDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "navwarn-json";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(Warning.TYPE);
    }

    @Override
    public FeedOptions options(Optional<YamlNode> options) {
      return options.flatMap(Options::read).orElse(usual());
    }

    @Override
    public FeedOptions usual() {
      return new Options(Optional.empty(), List.of());
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new NavWarnDecoder(feed);
    }
  }

  /**
   * @param within farther warnings are left out, and those without a position
   * @param seas names that a warning begins with, {@code RED SEA}: such a one is taken wherever it
   *     is, and without a position, too
   */
  record Options(Optional<Within> within, List<String> seas) implements FeedOptions {
    static Optional<FeedOptions> read(YamlNode node) {
      Optional<Within> within = Within.read(node);
      List<String> seas =
          node.texts("seas").stream().map(s -> s.strip().toUpperCase(Locale.ROOT)).toList();
      if (!seas.isEmpty() && !node.has("within")) {
        node.mistake("seas", "'seas' needs 'within': without it all warnings are taken");
      }
      return node.make(() -> new Options(within, seas));
    }
  }

  /** Warnings that are remembered, so that their cancellation is told wherever it stands. */
  static final int MAX_REMEMBERED = 5_000;

  private final FeedId feed;
  private final Options options;
  private final Set<ReportId> told = new LinkedHashSet<>();

  NavWarnDecoder(FeedConfig feed) {
    this.feed = feed.id();
    this.options = (Options) feed.options();
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    JsonItems.each(raw, List.of("broadcast-warn"), w -> warning(w, receivedAt, all))
        .ifPresent(all::add);
    return all;
  }

  private void warning(JsonNode item, Instant receivedAt, List<Decoded> all) {
    var fields = new Fields(item);
    boolean taken = false;
    try {
      var warning = new Warning(feed, fields, receivedAt);
      all.add(new Decoded.Ok(warning.report(options)));
      taken = true;
      remember(warning.id());
    } catch (Refusal e) {
      all.add(e.rejected(fields.name()));
    }
    cancelled(fields, receivedAt, taken, all);
  }

  /** What a warning that nobody here needs cancels was needed by nobody, unless it was told. */
  private void cancelled(Fields fields, Instant receivedAt, boolean taken, List<Decoded> all) {
    try {
      for (Cancelled one : Cancelled.of(fields, feed)) {
        if (taken || options.within().isEmpty() || told.contains(one.id())) {
          all.add(new Decoded.Ok(one.report(feed, fields, receivedAt)));
        }
      }
    } catch (Refusal _) {
      // said of the warning itself already
    }
  }

  private void remember(ReportId id) {
    told.remove(id);
    told.add(id);
    if (told.size() > MAX_REMEMBERED) {
      told.remove(told.iterator().next());
    }
  }
}
