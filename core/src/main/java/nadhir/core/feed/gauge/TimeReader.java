package nadhir.core.feed.gauge;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/** Reads {@code time}: a path alone, or a map. */
final class TimeReader {
  private static final List<String> FORMATS = List.of("iso", "epoch-s", "epoch-ms");

  private final Layer shape;
  private final Layer time;
  private final Sources sources;

  TimeReader(Layer shape, Sources sources) {
    this.shape = shape;
    this.time = shape.sub("time");
    this.sources = sources;
  }

  TimeSpec read() {
    if (shape.isPlain("time")) {
      return stated(sources.plain(shape, "time").stream().toList());
    }
    if (time.flag("received")) {
      return new TimeSpec.Received();
    }
    if (!time.has("path") && !time.has("paths")) {
      shape.missing("time", "where the time of measuring stands");
    }
    List<Source> parts = new ArrayList<>();
    if (time.has("paths")) {
      time.texts("paths").forEach(text -> parts.add(sources.at(time, "paths", text)));
    } else {
      sources.mapped(time).ifPresent(parts::add);
    }
    return stated(parts);
  }

  private TimeSpec stated(List<Source> parts) {
    var abbreviations = abbreviations();
    var format = format();
    var zone = zone();
    return new TimeSpec.Stated(parts, format, zone, abbreviations, overlap());
  }

  private TimeSpec.Format format() {
    String text = time.text("format").orElse("iso");
    return switch (text) {
      case "iso" -> new TimeSpec.Format.Iso();
      case "epoch-s" -> new TimeSpec.Format.EpochSeconds();
      case "epoch-ms" -> new TimeSpec.Format.EpochMillis();
      case String pattern -> pattern(pattern);
    };
  }

  private TimeSpec.Format pattern(String letters) {
    try {
      TimeTexts.formatter(letters);
    } catch (IllegalArgumentException e) {
      time.mistake(
          "format",
          "'"
              + letters
              + "' is none of "
              + String.join(", ", FORMATS)
              + ", and no pattern such as uuuu-MM-dd HH:mm"
              + Nearest.hint(letters, FORMATS));
      return new TimeSpec.Format.Iso();
    }
    if (TimeTexts.namesZones(letters)) {
      time.mistake(
          "format",
          "names of zones (z, v, V) mean different things to different people: leave them out of"
              + " the pattern and list them under 'abbreviations'");
    }
    return new TimeSpec.Format.Pattern(letters);
  }

  private Optional<ZoneId> zone() {
    Optional<String> name = time.text("zone");
    try {
      return name.map(ZoneId::of);
    } catch (DateTimeException e) {
      String hint =
          Nearest.hint(name.orElse(""), ZoneId.getAvailableZoneIds().stream().sorted().toList());
      time.mistake(
          "zone", "'" + name.orElse("") + "' is no time zone such as Asia/Amman or +03:00" + hint);
      return Optional.empty();
    }
  }

  private SortedMap<String, ZoneOffset> abbreviations() {
    var read = new TreeMap<String, ZoneOffset>();
    Optional<YamlNode> map = time.find("abbreviations");
    map.ifPresent(
        node -> {
          for (String name : node.keys()) {
            try {
              read.put(name.toUpperCase(Locale.ROOT), ZoneOffset.of(node.text(name)));
            } catch (DateTimeException e) {
              node.mistake(name, "an abbreviation means an offset such as \"-05:00\"");
            }
          }
        });
    return read;
  }

  private TimeSpec.Overlap overlap() {
    String text = time.text("overlap").orElse("nearest");
    for (TimeSpec.Overlap overlap : TimeSpec.Overlap.values()) {
      if (overlap.name().equalsIgnoreCase(text)) {
        return overlap;
      }
    }
    time.mistake("overlap", "'" + text + "' is none of nearest, earlier, later, reject");
    return TimeSpec.Overlap.NEAREST;
  }
}
