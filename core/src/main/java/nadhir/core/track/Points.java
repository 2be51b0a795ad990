package nadhir.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The fixed points, numbered. A point keeps its number while others come and go, so that what is
 * remembered of a ship and a point stays with that point; the number of one that is gone is given
 * to the next new one.
 */
final class Points {
  private final List<Optional<FixedPoint>> numbered = new ArrayList<>();

  Points(List<FixedPoint> points) {
    renew(points, _ -> {});
  }

  /**
   * These points and no others from now on. One that has moved is another point.
   *
   * @param gone is told the number of each that is no more, while it can still be asked
   */
  void renew(List<FixedPoint> points, IntConsumer gone) {
    var fresh = new ArrayList<>(points);
    for (int i = 0; i < numbered.size(); i++) {
      if (numbered.get(i).isPresent() && !fresh.remove(numbered.get(i).get())) {
        gone.accept(i);
        numbered.set(i, Optional.empty());
      }
    }
    for (FixedPoint point : fresh) {
      int free = numbered.indexOf(Optional.<FixedPoint>empty());
      if (free < 0) {
        numbered.add(Optional.of(point));
      } else {
        numbered.set(free, Optional.of(point));
      }
    }
  }

  /** One more than the highest number that was ever given. */
  int count() {
    return numbered.size();
  }

  Optional<FixedPoint> find(int number) {
    return numbered.get(number);
  }

  FixedPoint get(int number) {
    return numbered.get(number).orElseThrow();
  }
}
