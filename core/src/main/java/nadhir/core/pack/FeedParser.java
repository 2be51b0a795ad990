package nadhir.core.pack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/** Reads one feed of {@code site.yaml}. */
final class FeedParser {
  /** Feeds are asked at most this often: sources ban who asks more. */
  private static final Duration MIN_EVERY = Duration.ofSeconds(10);

  private FeedParser() {}

  static Optional<FeedConfig> feed(YamlNode node) {
    var id = node.text("id");
    var format = FeedFormats.read(node, "format");
    var url = FeedUrl.read(node, format);
    var every = node.optionalDuration("every");
    var expects = node.optionalDuration("expects");
    var oldest = node.optionalDuration("oldest");
    var tells = node.texts("tells").stream().map(HazardTypeId::new).toList();
    var options =
        format.map(f -> f.options(node.find("options"))).or(() -> unread(node.find("options")));
    boolean polled =
        format.filter(f -> f.carriers().contains(Carrier.POLLED)).isPresent()
            && Carrier.POLLED.schemes().contains(String.valueOf(url.getScheme()));
    if (polled && !node.has("every")) {
      node.mistake("'every' is missing: how often to ask");
    }
    if (format.isPresent() && !polled && !url.equals(FeedUrl.NONE) && every.isPresent()) {
      node.mistake("every", "what is not polled is not asked: leave 'every' out");
    }
    if (every.isPresent() && every.get().compareTo(MIN_EVERY) < 0) {
      node.mistake("every", "not more often than each 10 s");
    }
    for (String key : List.of("expects", "oldest")) {
      if (node.optionalDuration(key).filter(Duration::isZero).isPresent()) {
        node.mistake(key, "must be more than 0");
      }
    }
    return node.make(
        () ->
            new FeedConfig(
                new FeedId(id),
                format.orElseThrow(),
                url,
                every,
                expects.or(() -> every).orElse(usuallyExpects(url)),
                oldest.orElse(FeedConfig.USUAL_OLDEST),
                tells.isEmpty() ? format.orElseThrow().tells() : tells,
                options.orElseThrow()));
  }

  /** Whoever posts does so when there is something to tell. */
  private static Duration usuallyExpects(URI url) {
    return Carrier.POSTED.schemes().contains(String.valueOf(url.getScheme()))
        ? FeedConfig.NOTHING_EXPECTED
        : FeedConfig.USUALLY_EXPECTS;
  }

  /** Without a format nobody knows what its options mean; that mistake is told already. */
  private static <T> Optional<T> unread(Optional<YamlNode> options) {
    options.ifPresent(node -> node.keys().forEach(node::has));
    return Optional.empty();
  }
}
