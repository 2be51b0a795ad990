package nadhir.core.feed.shakemap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.WeighedLine;
import nadhir.core.report.Observation;
import nadhir.core.report.Observation.Contour;
import nadhir.core.report.Observation.ShakeMap;

/**
 * Draws contours with fewer places (Douglas and Peucker 1973), as few as a report can hold: no
 * place that is left out lies farther from the line than the tolerance. The tolerance is the
 * smallest of 0, 50, 100, 200 … {@value #MAX_TOLERANCE_M} metres that does; when the last does not,
 * the weakest contours are left out. The grid of a map has cells of 1 to 2 km.
 */
final class Simplifier {
  static final double MIN_TOLERANCE_M = 50;
  static final double MAX_TOLERANCE_M = 3200;

  private Simplifier() {}

  /** From the weakest to the strongest, before and after. */
  static List<Contour> fit(List<Contour> all) {
    List<Weighed> contours =
        all.subList(Math.max(0, all.size() - ShakeMap.MAX_CONTOURS), all.size()).stream()
            .map(Weighed::of)
            .toList();
    double toleranceM = 0;
    while (places(contours, toleranceM) > ShakeMap.MAX_POINTS && toleranceM < MAX_TOLERANCE_M) {
      toleranceM = Math.max(MIN_TOLERANCE_M, 2 * toleranceM);
    }
    return strongest(contours, toleranceM);
  }

  private static int places(List<Weighed> contours, double toleranceM) {
    return contours.stream().mapToInt(c -> c.places(toleranceM)).sum();
  }

  /** As many as fit, the strongest first; of one that does not fit whole, its longest lines. */
  private static List<Contour> strongest(List<Weighed> contours, double toleranceM) {
    List<Contour> fitting = new ArrayList<>();
    int room = ShakeMap.MAX_POINTS;
    for (Weighed contour : contours.reversed()) {
      int places = contour.places(toleranceM);
      if (places > room && !fitting.isEmpty()) {
        break;
      }
      fitting.addFirst(contour.drawn(toleranceM, room));
      room -= Math.min(room, places);
    }
    return fitting;
  }

  /** A contour whose lines know each place's weight. */
  private record Weighed(double mmi, List<WeighedLine> lines) {
    static Weighed of(Contour contour) {
      return new Weighed(
          contour.mmi(),
          contour.lines().stream().filter(l -> l.size() > 1).map(WeighedLine::new).toList());
    }

    int places(double toleranceM) {
      return lines.stream().mapToInt(l -> l.places(toleranceM)).sum();
    }

    Observation.Contour drawn(double toleranceM, int room) {
      List<List<LatLon>> drawn = new ArrayList<>();
      int left = room;
      boolean all = places(toleranceM) <= room;
      for (WeighedLine line : all ? lines : longestFirst()) {
        int places = line.places(toleranceM);
        if (places <= left) {
          drawn.add(line.drawn(toleranceM));
          left -= places;
        }
      }
      return new Contour(mmi, drawn);
    }

    private List<WeighedLine> longestFirst() {
      return lines.stream().sorted(Comparator.comparingInt(WeighedLine::size).reversed()).toList();
    }
  }
}
