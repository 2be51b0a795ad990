package nadhir.core.track;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.sim.OneTracker;

/**
 * What units say, and what the tracker makes of it, as text.
 *
 * <pre>
 * 10:00:00 amb-1 29.53 35.00            said and heard then
 * 10:00:00 amb-1 29.53 35.00 late 20    heard 20 s later
 * 10:00:00 amb-1 29.53 35.00 within 40  metres
 * 10:20:00 silence                      all are looked at
 * </pre>
 */
final class UnitTalk {
  private static final String DAY = "2026-11-20T";

  final OneTracker tracker =
      new OneTracker(unit -> unit.value().startsWith("amb-") || unit.value().startsWith("boat-"));
  Places places;

  UnitTalk(Places places) {
    this.places = places;
  }

  String play(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> said(line.strip().split("\\s+")))
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private String said(String[] words) {
    Instant at = at(words[0]);
    if (words[1].equals("silence")) {
      return tracker.sweep(places, at).stream()
          .map(word -> words[0] + " " + said(word))
          .collect(Collectors.joining("\n"));
    }
    String option = words.length > 4 ? words[4] : "";
    double accuracyM = option.equals("within") ? Double.parseDouble(words[5]) : 10;
    Instant now = option.equals("late") ? at.plusSeconds(Long.parseLong(words[5])) : at;
    return words[0]
        + " "
        + words[1]
        + " "
        + taken(tracker.hear(fix(words[1], place(words), at, accuracyM), places, now));
  }

  static String said(Input word) {
    return switch (word) {
      case Input.UnitHeard heard -> heard.unit() + " " + told(heard);
      case Input.UnitSilent silent -> silent.unit() + " silent since " + clock(silent.since());
      default -> throw new IllegalArgumentException("no word of a unit: " + word);
    };
  }

  private static LatLon place(String[] words) {
    return new LatLon(Double.parseDouble(words[2]), Double.parseDouble(words[3]));
  }

  static UnitFix fix(String unit, LatLon place, Instant at, double accuracyM) {
    return new UnitFix(
        new UnitId(unit), place, at, accuracyM, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static String taken(UnitTracker.Taken taken) {
    return switch (taken) {
      case UnitTracker.Taken.Followed(_, var news) -> news.map(UnitTalk::told).orElse("-");
      case UnitTracker.Taken.Repeated() -> "repeated";
      case UnitTracker.Taken.Refused(var why) -> why.name();
    };
  }

  static String told(Input.UnitHeard heard) {
    return String.format(
        Locale.ROOT,
        "%.3f %.3f in %s",
        heard.place().latDeg(),
        heard.place().lonDeg(),
        heard.zones());
  }

  static Instant at(String clock) {
    return Instant.parse(DAY + clock + "Z");
  }

  static String clock(Instant at) {
    return at.toString().substring(11, 19);
  }
}
