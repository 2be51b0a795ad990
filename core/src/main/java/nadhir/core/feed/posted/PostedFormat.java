package nadhir.core.feed.posted;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Our own format for those who push: {@code {"reports": […]}}, each with its {@code type}.
 *
 * <pre>{@code
 * {"type": "distress", "id": "vhf-118", "at": "2026-11-20T13:25:00Z", "kind": "CALL",
 *  "place": {"latDeg": 29.47, "lonDeg": 34.969}, "mmsi": "438123456", "persons": 3, "title": "…"}
 * {"type": "felt", "id": "c-17", "at": "…", "place": {…}, "mmi": 5, "people": 2}
 * {"type": "stated", "id": "fire-9", "at": "…", "hazardType": "fire",
 *  "severity": "SEVERE", "onset": "…", "until": "…", "area": {"polygons": […], "circles": […]}, "language": "ar",
 *  "title": "…"}
 * {"type": "gauge", "gauge": "Y1", "at": "…", "stageM": 0.9}
 * {"type": "gauge", "gauge": "RG1", "at": "…", "rainMm": 4.2, "overS": 300}
 * {"type": "withdrawal", "id": "fire-9", "hazardType": "fire", "at": "…"}
 * }</pre>
 *
 * <p>A report that is posted again under its id replaces the one before, by {@code updatedAt}. The
 * ids are the poster's own: no feed can change or take back what another one said. The contract of
 * the API ({@code openapi.yaml}, schema {@code Report}) has every field.
 *
 * <p>{@code options: {kinds: [distress, felt]}} allows a feed these kinds and no others.
 */
@AutoService(FeedFormat.class)
public final class PostedFormat implements FeedFormat {
  public static final String NAME = "nadhir-report";

  /** What a feed may tell. */
  record Kinds(EnumSet<Kind> allowed) implements FeedOptions {
    static final Kinds ALL = new Kinds(EnumSet.allOf(Kind.class));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Carrier> carriers() {
    return List.of(Carrier.POSTED);
  }

  @Override
  public List<HazardTypeId> tells() {
    return List.of();
  }

  @Override
  public FeedOptions options(Optional<YamlNode> options) {
    return options.map(PostedFormat::kinds).orElse(Kinds.ALL);
  }

  private static Kinds kinds(YamlNode options) {
    EnumSet<Kind> allowed = EnumSet.noneOf(Kind.class);
    for (String word : options.texts("kinds")) {
      Kind.byKey(word)
          .ifPresentOrElse(
              allowed::add,
              () -> options.mistake("kinds", "'" + word + "' is none of " + Kind.keys()));
    }
    if (options.has("kinds") && allowed.isEmpty()) {
      options.mistake("kinds", "a feed that may tell nothing is none");
    }
    return allowed.isEmpty() ? Kinds.ALL : new Kinds(allowed);
  }

  @Override
  public FeedOptions usual() {
    return Kinds.ALL;
  }

  @Override
  public FeedDecoder open(FeedConfig feed) {
    return new PostedDecoder(feed.id(), feed.options() instanceof Kinds kinds ? kinds : Kinds.ALL);
  }
}
