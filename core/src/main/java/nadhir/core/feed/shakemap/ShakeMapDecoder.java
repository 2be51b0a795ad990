package nadhir.core.feed.shakemap;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * ShakeMaps of the USGS: contours of equal intensity in GeoJSON ({@code cont_mi.json}).
 *
 * <p>The contours do not say whose they are, and whether the earthquake happened at all. That is
 * told by the address of the document, by the detail document of the event, which gives the link to
 * the contours, and by {@code info.json}, which is remembered for the contours that follow it. A
 * map of which nobody says that its earthquake happened is a test. A list of stations ({@code
 * stationlist.json}) is another document, and so are contours of acceleration.
 *
 * @see <a href="https://ghsc.code-pages.usgs.gov/esi/shakemap/manual4_0/">the manual</a>
 */
public final class ShakeMapDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "shakemap";
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
    public FeedDecoder open(FeedConfig feed) {
      return new ShakeMapDecoder(feed.id());
    }
  }

  /** Descriptions that wait for their contours; the oldest are forgotten. */
  static final int MAX_REMEMBERED = 100;

  private final FeedId feed;
  private final Map<String, MapFacts> described = new LinkedHashMap<>();

  public ShakeMapDecoder(FeedId feed) {
    this.feed = feed;
  }

  /** Whether the address is one of contours. */
  public static boolean isOfContours(URI address) {
    String path = String.valueOf(address.getPath());
    return path.endsWith("/cont_mi.json") || path.endsWith("/cont_mmi.json");
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    return decode(raw, receivedAt, Delivery.PLAIN);
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt, Delivery delivery) {
    Optional<URI> source = delivery.source();
    try {
      Optional<Contours> contours = Contours.read(raw);
      return List.of(
          contours.isPresent()
              ? map(contours.get(), source, receivedAt)
              : described(whole(raw), source));
    } catch (Refusal e) {
      return List.of(e.rejected(source.map(URI::toString).orElse("the document")));
    }
  }

  private Decoded map(Contours contours, Optional<URI> source, Instant receivedAt) throws Refusal {
    MapFacts told = source.map(MapAddress::facts).orElse(MapFacts.NONE).or(contours.facts());
    MapFacts facts =
        told.or(told.event().map(e -> described.getOrDefault(e, MapFacts.NONE)).orElse(told));
    if (facts.event().isEmpty()) {
      throw new Refusal(Reason.NO_ID, "nothing says of which earthquake the contours are");
    }
    String event = facts.event().get();
    String id = feed + ":" + event + "/shakemap";
    if (!Id.isValid(id)) {
      throw new Refusal(Reason.BAD_ID, "the id of the earthquake cannot be used: " + event);
    }
    Instant updatedAt = facts.updatedAt().orElse(receivedAt);
    return new Decoded.Ok(
        new HazardReport(
            new ReportId(id),
            feed,
            QuakeReports.EARTHQUAKE,
            facts.actual().orElse(false) ? Status.ACTUAL : Status.TEST,
            facts.occurredAt().orElse(updatedAt), // it has happened by then
            updatedAt,
            receivedAt,
            facts.place(),
            Certainty.LIKELY,
            new Observation.ShakeMap(facts.version().orElse(0), contours.fitted()),
            CatalogueIds.of("comcat", List.of(event)),
            ""));
  }

  private static JsonNode whole(byte[] raw) throws Refusal {
    return JsonItems.whole(raw)
        .orElseThrow(() -> new Refusal(Reason.MALFORMED_JSON, "no JSON document"));
  }

  /** What says where the contours are, or what they are of. */
  private Decoded described(JsonNode document, Optional<URI> source) throws Refusal {
    if (document.path("type").asText().equals("Feature")) {
      return ShakeMapLinks.ofDetail(document)
          .<Decoded>map(linked -> linked)
          .orElseThrow(() -> new Refusal(Reason.NO_HAZARD, "an event without a shake map"));
    }
    if (!document.path("input").path("event_information").isObject()) {
      throw new Refusal(Reason.WRONG_DOCUMENT, "neither contours, nor what describes them");
    }
    MapFacts facts = MapFacts.ofInfo(document);
    facts.event().ifPresent(event -> remember(event, facts));
    if (source.isPresent() && String.valueOf(source.get().getPath()).endsWith("/info.json")) {
      URI contours = source.get().resolve("cont_mi.json");
      return new Decoded.Linked(MapAddress.link(contours.toString(), facts));
    }
    throw new Refusal(Reason.NO_HAZARD, "describes a shake map, and has no contours");
  }

  private void remember(String event, MapFacts facts) {
    described.remove(event);
    described.put(event, facts);
    if (described.size() > MAX_REMEMBERED) {
      described.remove(described.keySet().iterator().next());
    }
  }
}
