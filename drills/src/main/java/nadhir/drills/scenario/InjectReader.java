package nadhir.drills.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedFormats;
import nadhir.core.id.FeedId;
import nadhir.core.yaml.YamlNode;

/** Reads injects, and series of raw files that are named by the time they came in. */
final class InjectReader {
  private static final Pattern TIME_NAME = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?\\.[a-z]+");

  private final Script script;
  private final SortedMap<String, Inject.Bytes> files;
  private final OrderReader orders;

  InjectReader(Script script, SortedMap<String, Inject.Bytes> files) {
    this.script = script;
    this.files = files;
    this.orders = new OrderReader(script);
  }

  /** {@code {at, story, feed: {format, feed, file}}} or {@code {at, story, command: {as, do…}}}. */
  Optional<Inject> inject(YamlNode node) {
    var at = script.moment(node, "at");
    var story = node.words("story");
    if (node.has("feed") && node.has("command")) {
      node.mistake("an inject brings either a 'feed' or a 'command'");
    }
    Optional<? extends Inject.Play> play = Optional.of(new Inject.Play.Narration());
    if (node.has("feed")) {
      play = node.node("feed", this::raw);
    } else if (node.has("command")) {
      play = node.node("command", this::ordered);
    }
    var played = play;
    return node.make(() -> new Inject(at, Optional.of(story), played.orElseThrow()));
  }

  /** {@code {at, format, feed, file}}: one line of a bare recording. */
  Optional<Inject> recorded(YamlNode node) {
    var at = script.moment(node, "at");
    var raw = raw(node);
    return node.make(() -> new Inject(at, Optional.empty(), raw.orElseThrow()));
  }

  private Optional<Inject.Play.Raw> raw(YamlNode node) {
    var format = FeedFormats.read(node, "format");
    var feed = node.text("feed");
    var file = node.text("file");
    var bytes = files.get(file);
    if (bytes == null && !file.isEmpty()) {
      node.mistake("file", "there is no file '" + file + "' beside the scenario");
    }
    return node.make(() -> new Inject.Play.Raw(feed(feed, format.orElseThrow()), file, bytes));
  }

  private FeedConfig feed(String id, FeedFormat format) {
    return script.keys().feed(new FeedId(id), format);
  }

  private Optional<Inject.Play.Ordered> ordered(YamlNode node) {
    var as = script.person(node, "as", node.text("as"));
    var order = orders.read(node);
    order
        .filter(InjectReader::needsTrigger)
        .ifPresent(_ -> node.mistake("do", "this answers something: it belongs to 'reactions'"));
    return node.make(() -> new Inject.Play.Ordered(as, order.orElseThrow()));
  }

  private static boolean needsTrigger(Order order) {
    return switch (order) {
      case Order.Approve _,
          Order.Reject _,
          Order.Acknowledge _,
          Order.AssignRecommended _,
          Order.Move _ ->
          true;
      case Order.Propose _,
          Order.ProposeUpdate _,
          Order.ProposeCancel _,
          Order.OpenHazard _,
          Order.EndHazard _,
          Order.OpenIncident _,
          Order.CloseIncident _,
          Order.OutOfService _ ->
          false;
    };
  }

  /** {@code {format, feed, folder}}: each file {@code HHmm[ss].…} in it, received at that time. */
  Optional<List<Inject>> series(YamlNode node) {
    var format = FeedFormats.read(node, "format");
    var feed = node.text("feed");
    var prefix = node.text("folder") + "/";
    var names = files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    if (names.isEmpty()) {
      node.mistake("folder", "there is no file in '" + prefix + "' beside the scenario");
    }
    var times = names.stream().map(name -> time(node, name.substring(prefix.length()))).toList();
    return node.make(
        () ->
            IntStream.range(0, names.size())
                .mapToObj(
                    i ->
                        new Inject(
                            times.get(i),
                            Optional.empty(),
                            new Inject.Play.Raw(
                                feed(feed, format.orElseThrow()),
                                names.get(i),
                                files.get(names.get(i)))))
                .toList());
  }

  private Instant time(YamlNode node, String name) {
    var matcher = TIME_NAME.matcher(name);
    if (!matcher.matches()) {
      node.mistake("folder", "a file of a series is named by its time, HHmm.…, not '" + name + "'");
      return script.start();
    }
    String seconds = matcher.group(3) == null ? "00" : matcher.group(3);
    String text = matcher.group(1) + ":" + matcher.group(2) + ":" + seconds;
    var at = TimeText.parse(text, script.start(), script.keys().timeZone());
    if (at.isEmpty() || at.get().isAfter(script.end())) {
      node.mistake("folder", "'" + name + "' lies outside the drill");
    }
    return at.orElse(script.start());
  }
}
