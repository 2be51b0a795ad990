package nadhir.core.feed.emsc;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.net.URI;
import java.net.URISyntaxException;
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
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Resumes;
import nadhir.core.feed.Within;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Earthquakes of the EMSC: messages {@code {"action": …, "data": feature}} of its websocket, one a
 * frame or a line, and the answers of its event service in JSON, which hold the same features in a
 * collection.
 *
 * <p>Depth is positive downwards in a feature's properties and negative in its geometry. A report's
 * id is the feed's name and the {@code unid}.
 *
 * @see <a href="https://www.seismicportal.eu/realtime.html">the websocket</a>
 */
public final class EmscDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "emsc-json";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.WEBSOCKET, Carrier.POLLED);
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
      return new Options(Optional.empty(), Optional.empty());
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new EmscDecoder(feed);
    }
  }

  /**
   * @param within the websocket tells of the whole world
   */
  record Options(Optional<Within> within, Optional<URI> resume) implements Resumes {
    static Optional<FeedOptions> read(YamlNode node) {
      Optional<Within> within = Within.read(node);
      Optional<URI> resume = node.optionalText("resume").flatMap(text -> address(node, text));
      return node.make(() -> new Options(within, resume));
    }

    private static Optional<URI> address(YamlNode node, String text) {
      try {
        URI address = new URI(text);
        if (Carrier.POLLED.schemes().contains(String.valueOf(address.getScheme()))
            && address.getHost() != null
            && address.getRawQuery() != null) {
          return Optional.of(address);
        }
      } catch (URISyntaxException _) {
        // told below
      }
      node.mistake("resume", "a query of an event service: https://…/query?format=json&…");
      return Optional.empty();
    }
  }

  private final QuakeReports reports;

  EmscDecoder(FeedConfig feed) {
    this.reports = new QuakeReports(feed.id(), ((Options) feed.options()).within());
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    var fault =
        JsonItems.each(
            raw, List.of("features"), f -> all.add(event(new EmscFeature("", f, receivedAt))));
    boolean collection = fault.isEmpty() || !all.isEmpty();
    if (collection || fault.get().reason() == Reason.TOO_LARGE) {
      fault.ifPresent(all::add);
      return all;
    }
    return messages(raw, receivedAt).orElse(List.of(fault.get()));
  }

  /** One a line, or one over several lines; empty when there is none at all. */
  private Optional<List<Decoded>> messages(byte[] raw, Instant receivedAt) {
    Optional<JsonNode> single = JsonItems.whole(raw);
    if (single.isPresent()) {
      return Optional.of(List.of(message(single.get(), receivedAt)));
    }
    List<byte[]> lines =
        new String(raw, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    if (lines.stream().noneMatch(line -> JsonItems.whole(line).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        lines.stream()
            .map(
                line ->
                    JsonItems.whole(line)
                        .map(m -> message(m, receivedAt))
                        .orElseGet(() -> noJson(line)))
            .toList());
  }

  private Decoded message(JsonNode m, Instant receivedAt) {
    if (m.path("type").asText().equals("Feature")) {
      return event(new EmscFeature("", m, receivedAt));
    }
    return m.path("data").isObject() && m.path("action").isTextual()
        ? event(new EmscFeature(m.path("action").asText(), m.path("data"), receivedAt))
        : new Decoded.Rejected(Reason.WRONG_DOCUMENT, "no message with an action and data");
  }

  private static Decoded noJson(byte[] line) {
    return new Decoded.Rejected(
        Reason.MALFORMED_JSON,
        "a line that is no JSON: " + new String(line, StandardCharsets.UTF_8));
  }

  private Decoded event(EmscFeature event) {
    try {
      return new Decoded.Ok(event.report(reports));
    } catch (Refusal e) {
      return e.rejected(event.id().isEmpty() ? "an event without unid" : event.id());
    }
  }
}
