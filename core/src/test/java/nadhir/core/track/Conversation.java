package nadhir.core.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.FeedId;

/**
 * What ships say, and what the tracker makes of it, as text.
 *
 * <pre>
 * 12:00:00 438000001 type 70 name DEMO BOX
 * 12:00:00 438000001 at 29.5 34.95 course 190 kn 10 heading 190 status 0
 * 12:00:00-12:20:00/30 438000001 at …                                     every 30 s, carried on
 * </pre>
 *
 * Out come {@code time mmsi TROUBLE begins|goes on|over [other] [closest]} and {@code time mmsi
 * enters|dwells in|leaves place}.
 */
final class Conversation {
  private static final double MPS_PER_KN = 1852.0 / 3600;
  private static final String DAY = "2026-11-20T";

  private final List<String> out = new ArrayList<>();
  final ShipTracker tracker;

  private record Said(Instant at, AisMessage message) {}

  Conversation(Places places, FixedPoint... points) {
    var settings = TrackSettings.of(new FeedId("ais")).with(List.of(points));
    this.tracker =
        new ShipTracker(settings, places, (mmsi, passage) -> out.add(told(mmsi, passage)));
  }

  /** Plays all lines in the order of their times; gives what was said since the last play. */
  String play(String lines) {
    return play(lines, _ -> {});
  }

  /** The same, and hands over each conclusion. */
  String play(String lines, Consumer<Conclusion> each) {
    out.clear();
    var said = new ArrayList<Said>();
    lines.lines().filter(line -> !line.isBlank()).forEach(line -> read(line.strip(), said));
    said.sort(Comparator.comparing(Said::at));
    for (Said one : said) {
      tracker.hear(one.message(), one.at());
      tracker.said().forEach(each);
      tracker.said().forEach(c -> out.add(told(c)));
    }
    return String.join("", out.stream().map(line -> line + "\n").toList());
  }

  static Instant at(String clock) {
    return Instant.parse(DAY + clock + "Z");
  }

  private static void read(String line, List<Said> said) {
    String[] words = line.split("\\s+", 3);
    String[] times = words[0].split("[-/]");
    Instant from = at(times[0]);
    Instant to = times.length > 1 ? at(times[1]) : from;
    int stepS = times.length > 1 ? Integer.parseInt(times[2]) : 1;
    for (Instant at = from; !at.isAfter(to); at = at.plusSeconds(stepS)) {
      double seconds = at.getEpochSecond() - from.getEpochSecond();
      said.add(new Said(at, message(words[1], words[2], seconds)));
    }
  }

  private static AisMessage message(String mmsi, String rest, double seconds) {
    SortedMap<String, String> values = values(rest);
    if (values.containsKey("name") || values.containsKey("type")) {
      return new AisMessage.Static(
          5,
          mmsi,
          Optional.ofNullable(values.get("name")),
          Optional.empty(),
          whole(values, "type"),
          Optional.empty());
    }
    OptionalDouble courseDeg = number(values, "course");
    OptionalDouble speedMps = number(values, "kn");
    speedMps =
        speedMps.isEmpty() ? speedMps : OptionalDouble.of(speedMps.getAsDouble() * MPS_PER_KN);
    double movedM = courseDeg.isEmpty() ? 0 : speedMps.orElse(0) * seconds;
    return new AisMessage.Position(
        1,
        mmsi,
        place(values).map(p -> Sphere.towards(p, courseDeg.orElse(0), movedM)),
        courseDeg,
        speedMps,
        whole(values, "heading"),
        whole(values, "status"),
        Optional.empty());
  }

  private static SortedMap<String, String> values(String rest) {
    var values = new TreeMap<String, String>();
    String[] words = rest.split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      switch (words[i]) {
        case "at" -> {
          values.put("lat", words[i + 1]);
          values.put("lon", words[i + 2]);
          i++;
        }
        case "name" -> {
          values.put("name", rest.substring(rest.indexOf("name ") + 5));
          return values;
        }
        default -> values.put(words[i], words[i + 1]);
      }
    }
    return values;
  }

  private static Optional<LatLon> place(SortedMap<String, String> values) {
    double latDeg = Double.parseDouble(values.getOrDefault("lat", "91"));
    double lonDeg = Double.parseDouble(values.getOrDefault("lon", "181"));
    return latDeg > 90 ? Optional.empty() : Optional.of(new LatLon(latDeg, lonDeg));
  }

  private static OptionalDouble number(SortedMap<String, String> values, String key) {
    return values.containsKey(key)
        ? OptionalDouble.of(Double.parseDouble(values.get(key)))
        : OptionalDouble.empty();
  }

  private static OptionalInt whole(SortedMap<String, String> values, String key) {
    return values.containsKey(key)
        ? OptionalInt.of(Integer.parseInt(values.get(key)))
        : OptionalInt.empty();
  }

  private static String clock(Instant at) {
    return at.toString().substring(11, 19);
  }

  static String told(Conclusion c) {
    String phase = c.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    var line = new StringBuilder(clock(c.at()));
    line.append(' ').append(c.mmsi()).append(' ').append(c.trouble()).append(' ').append(phase);
    if (!c.other().isEmpty()) {
      line.append(" with ").append(c.other());
      c.closestM().ifPresent(m -> line.append(String.format(Locale.ROOT, " %.0f m", m)));
      c.closestAt().ifPresent(at -> line.append(" at ").append(clock(at)));
    }
    return line.toString();
  }

  static String told(String mmsi, Passage passage) {
    String what =
        switch (passage) {
          case Passage.Entered e -> "enters " + e.place() + (e.already() ? " (already in)" : "");
          case Passage.Dwelt d -> "dwells in " + d.place() + " " + d.stayed().toMinutes() + " min";
          case Passage.Left l -> "leaves " + l.place() + (l.unheard() ? " (unheard)" : "");
        };
    return clock(passage.at()) + " " + mmsi + " " + what;
  }
}
