package nadhir.core.feed;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * One format that sources publish in. A class with {@code @AutoService(FeedFormat.class)} and a
 * constructor without parameters is found by itself: {@code site.yaml}, {@code ./nadhir decode}, a
 * drill's injects and the live adapters know it by {@link #name()}.
 */
public interface FeedFormat {
  /** As people write it, in lower case with hyphens: {@code usgs-geojson}. */
  String name();

  /** How it can arrive; the first is the usual one. Recordings ({@code file:}) always can. */
  List<Carrier> carriers();

  /** Where it is posted to, when it can be. */
  default String postedAt() {
    return "/api/v1/reports";
  }

  /** Types of hazards that it speaks of, as far as the format itself tells. */
  List<HazardTypeId> tells();

  /**
   * Reads the {@code options:} of a feed; mistakes are written into the node. Asked for a feed
   * without options, too, so that a format can demand some.
   *
   * @param options empty when the feed has none
   */
  default FeedOptions options(Optional<YamlNode> options) {
    options.ifPresent(
        node ->
            node.keys()
                .forEach(
                    key -> node.mistake(key, "a feed of format " + name() + " has no options")));
    return usual();
  }

  /** The options of a feed that states none, such as a file to decode. */
  default FeedOptions usual() {
    return FeedOptions.NONE;
  }

  /** A new decoder for one feed in one lane; its reports carry the feed's id as their source. */
  FeedDecoder open(FeedConfig feed);
}
