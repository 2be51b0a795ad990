package nadhir.core.alert;

import java.util.List;

/**
 * What was cut off an alert's area at the border.
 *
 * @param lostPercent of the area that was meant, rounded, 1 at least
 * @param neighbours into whose area the danger reaches, by id
 */
public record Clipping(int lostPercent, List<String> neighbours) {
  public Clipping {
    neighbours = List.copyOf(neighbours);
  }
}
