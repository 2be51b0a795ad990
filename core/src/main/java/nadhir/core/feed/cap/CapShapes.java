package nadhir.core.feed.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/** How CAP writes places, polygons and circles (CAP 1.2, 3.2.4): {@code lat,lon} in degrees. */
public final class CapShapes {
  /** Places of one ring; a longer one is not read. */
  static final int MAX_PLACES_READ = 10_000;

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,5}(\\.\\d{0,20})?");

  private static final int SHOWN = 60;

  private CapShapes() {}

  /**
   * A polygon's ring: closed, of four places at least. One that is not closed is not closed by
   * guess: it can have lost its other half on the way.
   */
  public static List<LatLon> ring(String text) throws Refusal {
    String[] pairs = text.strip().split("\\s+", MAX_PLACES_READ + 1);
    if (pairs.length > MAX_PLACES_READ) {
      throw bad("a polygon of more than " + MAX_PLACES_READ + " places", text);
    }
    List<LatLon> places = new ArrayList<>();
    for (String pair : pairs) {
      places.add(place(pair));
    }
    if (places.size() < 4 || !places.getFirst().equals(places.getLast())) {
      throw bad("a polygon of " + places.size() + " places that is not closed", text);
    }
    if (places.stream().distinct().limit(3).count() < 3) {
      throw bad("a polygon without an inside", text);
    }
    return places;
  }

  /** A circle's place and its radius in metres, 0 for the place alone. */
  public static Round round(String text) throws Refusal {
    String[] part = text.strip().split("\\s+");
    if (part.length != 2 || !NUMBER.matcher(part[1]).matches()) {
      throw bad("no circle", text);
    }
    LatLon centre = place(part[0]);
    double radiusKm = Double.parseDouble(part[1]);
    if (radiusKm < 0) {
      throw bad("a radius below 0", text);
    }
    return new Round(centre, radiusKm * 1000);
  }

  /** A circle that can be as small as its own centre: sources write so where something happened. */
  public record Round(LatLon centre, double radiusM) {
    public Area.Circle circle() throws Refusal {
      try {
        return new Area.Circle(centre, radiusM);
      } catch (IllegalArgumentException e) {
        throw new Refusal(Reason.BAD_AREA, e.getMessage());
      }
    }
  }

  private static LatLon place(String pair) throws Refusal {
    String[] part = pair.split(",", -1);
    if (part.length != 2
        || !NUMBER.matcher(part[0]).matches()
        || !NUMBER.matcher(part[1]).matches()) {
      throw bad("no place", pair);
    }
    try {
      return new LatLon(Double.parseDouble(part[0]), Double.parseDouble(part[1]));
    } catch (IllegalArgumentException _) {
      throw bad("a place nowhere on earth", pair);
    }
  }

  private static Refusal bad(String what, String text) {
    String shown = text.strip();
    return new Refusal(
        Reason.BAD_AREA,
        what + ": " + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown));
  }
}
