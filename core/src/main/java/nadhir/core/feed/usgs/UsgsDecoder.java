package nadhir.core.feed.usgs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.feed.shakemap.ShakeMapDecoder;
import nadhir.core.feed.shakemap.ShakeMapLinks;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Earthquakes in USGS GeoJSON: the summary feeds, answers of the FDSN event service, and the detail
 * document of one event.
 *
 * <p>A report's id is the feed's name and the event's preferred id. Because that one changes when
 * another network takes over, all ids of the event stand in {@code alsoKnownAs} under the catalogue
 * ({@code comcat:us7000abcd}). Reviewed solutions are OBSERVED, automatic ones LIKELY. A detail
 * document that holds superseded versions gives a report of each, oldest first. The field {@code
 * tsunami} is not read: it tells where American centres look, not whether there is one.
 *
 * @see <a href="https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php">the format</a>
 */
public final class UsgsDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "usgs-geojson";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(new HazardTypeId("earthquake"));
    }

    @Override
    public FeedOptions options(Optional<YamlNode> options) {
      return options.flatMap(Options::read).orElse(usual());
    }

    @Override
    public FeedOptions usual() {
      return new Options(false);
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new UsgsDecoder(feed.id(), (Options) feed.options());
    }
  }

  /**
   * @param shakemaps whether the ShakeMaps of the events are asked for: for each event that has one
   *     its detail document, and the contours that this names
   */
  record Options(boolean shakemaps) implements FeedOptions {
    static Optional<FeedOptions> read(YamlNode node) {
      boolean shakemaps = node.flag("shakemaps", false);
      return node.make(() -> new Options(shakemaps));
    }
  }

  private final QuakeReports reports;
  private final Optional<ShakeMapDecoder> shakemaps;

  UsgsDecoder(FeedId feed, Options options) {
    this.reports = new QuakeReports(feed);
    this.shakemaps =
        options.shakemaps() ? Optional.of(new ShakeMapDecoder(feed)) : Optional.empty();
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt, Delivery delivery) {
    return delivery.source().filter(ShakeMapDecoder::isOfContours).isPresent()
            && shakemaps.isPresent()
        ? shakemaps.get().decode(raw, receivedAt, delivery)
        : decode(raw, receivedAt);
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    var fault = JsonItems.each(raw, List.of("features"), f -> listed(f, receivedAt, all));
    fault.ifPresent(f -> all.addAll(single(raw, f, receivedAt)));
    return all;
  }

  /** A detail document is one feature without a collection around it. */
  private List<Decoded> single(byte[] raw, Decoded.Rejected fault, Instant receivedAt) {
    if (fault.reason() != Reason.WRONG_DOCUMENT) {
      return List.of(fault);
    }
    return JsonItems.whole(raw)
        .filter(d -> d.path("type").asText().equals("Feature") && !d.path("id").isObject())
        .map(d -> detail(d, receivedAt))
        .orElse(List.of(fault));
  }

  private List<Decoded> detail(JsonNode feature, Instant receivedAt) {
    var event = new UsgsFeature(feature, receivedAt);
    List<Decoded> all = new ArrayList<>(new UsgsVersions(event, receivedAt).decode(reports));
    all.add(feature(feature, receivedAt));
    if (shakemaps.isPresent() && all.getLast() instanceof Decoded.Ok) {
      ShakeMapLinks.ofDetail(feature).ifPresent(all::add);
    }
    return all;
  }

  private void listed(JsonNode feature, Instant receivedAt, List<Decoded> all) {
    all.add(feature(feature, receivedAt));
    if (shakemaps.isPresent() && all.getLast() instanceof Decoded.Ok) {
      ShakeMapLinks.ofSummary(feature).ifPresent(all::add);
    }
  }

  private Decoded feature(JsonNode feature, Instant receivedAt) {
    var event = new UsgsFeature(feature, receivedAt);
    try {
      return new Decoded.Ok(event.report(reports));
    } catch (Refusal e) {
      return e.rejected(event.id().isEmpty() ? "a feature without id" : event.id());
    }
  }
}
