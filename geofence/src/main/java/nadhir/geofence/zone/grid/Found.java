package nadhir.geofence.zone.grid;

/** Told once for each place that is in any shape, in whatever order is quickest. */
@FunctionalInterface
public interface Found {
  /**
   * @param place its position among those asked
   * @param numbers of shapes, as many as {@code count}; good until this returns
   */
  void at(int place, int[] numbers, int count);
}
