package nadhir.core.feed.gauge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedOptions;
import nadhir.core.id.FeedId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** A feed with options, and what it makes of texts, a line for each item. */
final class Mapped {
  static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private final FeedDecoder decoder;

  private Mapped(FeedDecoder decoder) {
    this.decoder = decoder;
  }

  /** The format with these options; empty text for none. */
  static Mapped of(String format, String options) {
    FeedFormat found = FeedFormats.byName(format).orElseThrow();
    return new Mapped(
        new FeedConfig(
                new FeedId("f"),
                found,
                URI.create("file:test"),
                Optional.empty(),
                FeedConfig.USUALLY_EXPECTS,
                FeedConfig.USUAL_OLDEST,
                found.tells(),
                options.isEmpty() ? found.usual() : parsed(format, options).get())
            .decoder());
  }

  private static Parsed<FeedOptions> parsed(String format, String options) {
    return YamlNode.parse(
        new SiteFile("site.yaml", options),
        root -> {
          var read = FeedFormats.byName(format).orElseThrow().options(Optional.of(root));
          return root.make(() -> read);
        });
  }

  /** What is wrong with the options, a line each: {@code 3: reason}. */
  static String mistakes(String format, String options) {
    return parsed(format, options).mistakes().stream()
        .map(Mapped::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Mistake mistake) {
    return mistake.line() + ": " + mistake.reason();
  }

  String lines(String document) {
    return lines(document, Delivery.PLAIN);
  }

  String lines(String document, Delivery delivery) {
    return lines(document.getBytes(StandardCharsets.UTF_8), delivery);
  }

  String lines(byte[] document, Delivery delivery) {
    return decode(document, delivery).stream().map(Mapped::line).collect(Collectors.joining("\n"));
  }

  List<Decoded> decode(byte[] document, Delivery delivery) {
    return decoder.decode(document, AT, delivery);
  }

  private static String line(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Ok(HazardReport report) ->
          report.occurredAt()
              + " "
              + line(report.observation())
              + (report.certainty() == Certainty.LIKELY ? " estimated" : "");
      case Decoded.Rejected(var reason, var detail, var sensor) ->
          reason
              + " "
              + detail
              + sensor.map(s -> " [" + s.gauge() + " " + s.fault() + " " + s.at() + "]").orElse("");
      case Decoded.Heard _, Decoded.Linked _ -> throw new AssertionError(decoded);
    };
  }

  private static String line(Observation observation) {
    return switch (observation) {
      case Observation.Water(var gauge, var stageM, var flow) ->
          gauge
              + (stageM.isPresent() ? " " + rounded(stageM.getAsDouble()) + " m" : "")
              + (flow.isPresent() ? " " + rounded(flow.getAsDouble()) + " m3/s" : "");
      case Observation.Rain(var gauge, double rainMm, var over) ->
          gauge + " " + rounded(rainMm) + " mm in " + over;
      default -> throw new AssertionError(observation);
    };
  }

  private static double rounded(double value) {
    return StrictMath.rint(value * 1e6) / 1e6;
  }
}
