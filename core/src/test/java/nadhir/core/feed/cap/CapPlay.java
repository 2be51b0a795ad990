package nadhir.core.feed.cap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedOptions;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** Plays documents to one decoder and writes what it makes of them, a line for each item. */
final class CapPlay {
  static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private final FeedDecoder decoder;

  CapPlay() {
    this(FeedFormats.byName("cap").orElseThrow().usual());
  }

  CapPlay(FeedOptions options) {
    var plain = FeedConfig.plain("jmd", "cap");
    decoder =
        new FeedConfig(
                new FeedId("jmd"),
                plain.format(),
                java.net.URI.create("https://hub.example/jo/rss.xml"),
                Optional.empty(),
                plain.expects(),
                plain.oldest(),
                plain.tells(),
                options)
            .decoder();
  }

  List<Decoded> decode(String xml) {
    return decode(xml.getBytes(StandardCharsets.UTF_8));
  }

  List<Decoded> decode(byte[] raw) {
    return decoder.decode(raw, AT);
  }

  List<HazardReport> reports(String xml) {
    return reports(xml.getBytes(StandardCharsets.UTF_8));
  }

  List<HazardReport> reports(byte[] raw) {
    return decode(raw).stream()
        .filter(d -> d instanceof Decoded.Ok)
        .map(d -> ((Decoded.Ok) d).report())
        .toList();
  }

  /** Without the letters that make names unique. */
  String play(String... documents) {
    var lines = new StringBuilder();
    for (String xml : documents) {
      decode(xml).forEach(d -> lines.append(line(d)).append('\n'));
    }
    return lines.toString().replaceAll("\\.[0-9a-f]{8}(?=[/ ,\\]:\n])", "");
  }

  private static String line(Decoded d) {
    return switch (d) {
      case Decoded.Ok(var report) -> line(report);
      case Decoded.Linked(var document) -> "-> " + document;
      case Decoded.Rejected(var reason, var detail, _) -> reason + " " + detail;
      case Decoded.Heard _ -> throw new AssertionError("CAP has no messages");
    };
  }

  private static String line(HazardReport r) {
    var words = new StringJoiner(" ");
    words.add(r.id().value()).add(r.status().name()).add(r.type().value());
    switch (r.observation()) {
      case Observation.Stated s -> {
        words
            .add(s.severity().name())
            .add(s.onset() + ".." + s.until().map(u -> "" + u).orElse(""));
        words.add(s.language().isEmpty() ? "?" : s.language());
        s.area()
            .ifPresent(a -> words.add(a.polygons().size() + "+" + a.circles().size() + " shapes"));
      }
      case Observation.Quake q ->
          words
              .add("M" + q.magnitude())
              .add(q.depthM().isPresent() ? q.depthM().getAsDouble() + "m" : "?")
              .add("" + r.occurredAt())
              .add("" + r.place().orElseThrow());
      case Observation.Nothing _ -> words.add("-");
      case Observation o -> throw new AssertionError(o);
    }
    words.add("'" + r.title() + "'").add(r.alsoKnownAs().toString());
    return words.toString();
  }
}
