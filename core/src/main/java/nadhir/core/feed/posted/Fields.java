package nadhir.core.feed.posted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/** The fields of a posted report. Null is as good as missing; another type is refused. */
record Fields(JsonNode item) {
  /** Longer texts are refused, not cut: their sender can shorten them. */
  private static final int MAX_TEXT = 200;

  private static final int MAX_PLACES = 5_000;

  private boolean has(String name) {
    return !item.path(name).isMissingNode() && !item.path(name).isNull();
  }

  Optional<String> text(String name) throws Refusal {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = item.path(name);
    if (!value.isTextual() || value.asText().length() > MAX_TEXT) {
      throw bad("'" + name + "' must be a text of at most " + MAX_TEXT + " characters");
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  OptionalDouble number(String name, double least, double most) throws Refusal {
    if (!has(name)) {
      return OptionalDouble.empty();
    }
    double value = item.path(name).isNumber() ? item.path(name).asDouble() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw bad("'" + name + "' must be a number of " + least + " to " + most);
    }
    return OptionalDouble.of(value);
  }

  double needed(String name, double least, double most) throws Refusal {
    return number(name, least, most).orElseThrow(() -> bad("'" + name + "' is missing"));
  }

  OptionalInt count(String name, int least, int most) throws Refusal {
    OptionalDouble value = number(name, least, most);
    if (value.isPresent() && value.getAsDouble() != Math.rint(value.getAsDouble())) {
      throw bad("'" + name + "' must be a whole number");
    }
    return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
  }

  boolean flag(String name) throws Refusal {
    if (has(name) && !item.path(name).isBoolean()) {
      throw bad("'" + name + "' must be true or false");
    }
    return item.path(name).asBoolean(false);
  }

  Optional<Instant> time(String name) throws Refusal {
    if (!has(name)) {
      return Optional.empty();
    }
    return Optional.of(Texts.iso(item.path(name).asText("")));
  }

  Instant neededTime(String name) throws Refusal {
    return time(name).orElseThrow(() -> new Refusal(Reason.NO_TIME, "'" + name + "' is missing"));
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) throws Refusal {
    Optional<String> word = text(name);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(word.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    bad(
                        "'"
                            + name
                            + "' must be one of "
                            + Arrays.toString(type.getEnumConstants()))));
  }

  <E extends Enum<E>> E neededChoice(String name, Class<E> type) throws Refusal {
    return choice(name, type).orElseThrow(() -> bad("'" + name + "' is missing"));
  }

  Optional<LatLon> place(String name) throws Refusal {
    return has(name) ? Optional.of(place(item.path(name))) : Optional.empty();
  }

  LatLon neededPlace(String name) throws Refusal {
    return place(name).orElseThrow(() -> new Refusal(Reason.NO_PLACE, "'" + name + "' is missing"));
  }

  private static LatLon place(JsonNode place) throws Refusal {
    JsonNode latDeg = place.path("latDeg");
    JsonNode lonDeg = place.path("lonDeg");
    if (!latDeg.isNumber() || !lonDeg.isNumber()) {
      throw new Refusal(Reason.BAD_PLACE, "a place needs the numbers latDeg and lonDeg");
    }
    try {
      return new LatLon(latDeg.asDouble(), lonDeg.asDouble());
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_PLACE, e.getMessage());
    }
  }

  Optional<Area> area(String name) throws Refusal {
    if (!has(name)) {
      return Optional.empty();
    }
    List<Area.Polygon> polygons = new ArrayList<>();
    List<Area.Circle> circles = new ArrayList<>();
    try {
      for (JsonNode polygon : item.path(name).path("polygons")) {
        List<List<LatLon>> holes = new ArrayList<>();
        for (JsonNode hole : polygon.path("holes")) {
          holes.add(ring(hole));
        }
        polygons.add(new Area.Polygon(ring(polygon.path("outer")), holes));
      }
      for (JsonNode circle : item.path(name).path("circles")) {
        circles.add(
            new Area.Circle(place(circle.path("centre")), circle.path("radiusM").asDouble()));
      }
      return Optional.of(new Area(polygons, circles));
    } catch (IllegalArgumentException e) {
      throw bad("'" + name + "': " + e.getMessage());
    }
  }

  private static List<LatLon> ring(JsonNode ring) throws Refusal {
    if (ring.size() > MAX_PLACES) {
      throw bad("a ring has at most " + MAX_PLACES + " places");
    }
    List<LatLon> places = new ArrayList<>();
    for (JsonNode place : ring) {
      places.add(place(place));
    }
    return places;
  }

  static Refusal bad(String why) {
    return new Refusal(Reason.BAD_REPORT, why);
  }
}
