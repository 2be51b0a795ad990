package nadhir.core.feed.shakemap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Observation;

/**
 * The contours of one document. A map of which a part cannot be read is refused as a whole: without
 * its strongest contour it would say that the ground shook less than it did.
 */
final class Contours {
  /** Places of a document; real ones have a few ten thousand. */
  static final int MAX_PLACES = 200_000;

  private static final double MIN_MMI = 1;
  private static final double MAX_MMI = 12;

  private final SortedMap<Double, List<List<LatLon>>> linesByMmi = new TreeMap<>();
  private final MapFacts facts;
  private int places;
  private Optional<Refusal> wrong = Optional.empty();

  private Contours(MapFacts facts) {
    this.facts = facts;
  }

  /** Empty when the document is no collection of features at all. */
  static Optional<Contours> read(byte[] raw) throws Refusal {
    var contours =
        new Contours(
            JsonItems.member(raw, "metadata").map(MapFacts::ofMetadata).orElse(MapFacts.NONE));
    Optional<Decoded.Rejected> fault = JsonItems.each(raw, List.of("features"), contours::add);
    if (fault.isPresent() && fault.get().reason() == Reason.WRONG_DOCUMENT) {
      return Optional.empty();
    }
    if (fault.isPresent()) {
      throw new Refusal(fault.get().reason(), fault.get().detail());
    }
    if (contours.wrong.isPresent()) {
      throw contours.wrong.get();
    }
    if (contours.linesByMmi.values().stream().allMatch(List::isEmpty)) {
      throw new Refusal(Reason.NO_HAZARD, "a map without contours");
    }
    return Optional.of(contours);
  }

  private void add(JsonNode feature) {
    if (wrong.isEmpty()) {
      try {
        contour(feature);
      } catch (Refusal e) {
        wrong = Optional.of(e);
      }
    }
  }

  private void contour(JsonNode feature) throws Refusal {
    JsonNode geometry = feature.path("geometry");
    JsonNode lines = geometry.path("coordinates");
    boolean single = geometry.path("type").asText().equals("LineString");
    if (!single && !geometry.path("type").asText().equals("MultiLineString")) {
      throw new Refusal(Reason.WRONG_DOCUMENT, "a feature that is no line");
    }
    String units = feature.path("properties").path("units").asText("").toLowerCase(Locale.ROOT);
    if (!units.equals("mmi") && !units.equals("intensity")) {
      throw new Refusal(Reason.UNKNOWN_UNIT, "contours of '" + units + "', not of intensity");
    }
    JsonNode value = feature.path("properties").path("value");
    if (!value.isNumber() || !(value.asDouble() >= MIN_MMI && value.asDouble() <= MAX_MMI)) {
      throw new Refusal(Reason.BAD_VALUE, value + " is no intensity");
    }
    List<List<LatLon>> all = linesByMmi.computeIfAbsent(value.asDouble(), _ -> new ArrayList<>());
    for (JsonNode line : single ? List.of(lines) : lines) {
      List<LatLon> read = line(line);
      if (isDrawn(read)) {
        all.add(read);
      }
    }
  }

  /** Maps have specks, too: rings of two or three places, which enclose nothing. */
  private static boolean isDrawn(List<LatLon> line) {
    return line.size() >= 4 || line.size() >= 2 && !line.getFirst().equals(line.getLast());
  }

  private List<LatLon> line(JsonNode line) throws Refusal {
    List<LatLon> read = new ArrayList<>(line.size());
    for (JsonNode at : line) {
      if (++places > MAX_PLACES) {
        throw new Refusal(Reason.TOO_COMPLEX, "more than " + MAX_PLACES + " places");
      }
      read.add(place(at));
    }
    return read;
  }

  /** Maps across the date line go on beyond 180 degrees. */
  private static LatLon place(JsonNode at) throws Refusal {
    double lon = at.path(0).asDouble(Double.NaN);
    double lat = at.path(1).asDouble(Double.NaN);
    try {
      boolean beyond = Math.abs(lon) > 180 && Math.abs(lon) <= 360;
      return new LatLon(lat, beyond ? lon - 360 * Math.signum(lon) : lon);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_PLACE, at + " lies nowhere on earth");
    }
  }

  MapFacts facts() {
    return facts;
  }

  /** From the weakest to the strongest, in the size that a report can have. */
  List<Observation.Contour> fitted() {
    List<Observation.Contour> all = new ArrayList<>();
    linesByMmi.forEach((mmi, lines) -> all.add(new Observation.Contour(mmi, lines)));
    return Simplifier.fit(all);
  }
}
