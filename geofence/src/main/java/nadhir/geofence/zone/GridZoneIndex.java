package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.grid.Found;
import nadhir.geofence.zone.grid.Grid;
import nadhir.geofence.zone.grid.Shape;

/** Zones on a {@link Grid}. */
final class GridZoneIndex implements ZoneIndex {
  private final Grid grid;

  /** By number; null where a number is free. */
  private final Zone[] zones;

  /** The numbers in use, sorted by the ids of their zones. */
  private final int[] byId;

  private GridZoneIndex(Grid grid, Zone[] zones, int[] byId) {
    this.grid = grid;
    this.zones = zones;
    this.byId = byId;
  }

  static GridZoneIndex over(List<Zone> zones) {
    Zone[] sorted = zones.toArray(Zone[]::new);
    Arrays.sort(sorted, Comparator.comparing(Zone::id));
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i - 1].id().equals(sorted[i].id())) {
        throw new IllegalArgumentException("two zones with the id " + sorted[i].id());
      }
    }
    var grid = Grid.over(Arrays.stream(sorted).map(z -> new Shape(z.area())).toList());
    return new GridZoneIndex(grid, sorted, IntStream.range(0, sorted.length).toArray());
  }

  @Override
  public List<ZoneId> zonesAt(LatLon place) {
    int[] numbers = new int[grid.most()];
    int count = grid.find(place.latDeg(), place.lonDeg(), numbers);
    return Arrays.stream(numbers, 0, count).mapToObj(n -> zones[n].id()).sorted().toList();
  }

  @Override
  public List<ZoneId> within(LatLon place, double radiusM) {
    List<ZoneId> within = new ArrayList<>();
    for (int number : byId) {
      if (grid.shape(number).mayBeWithin(radiusM, place)
          && Geodesy.distanceM(place, zones[number].area()) <= radiusM) {
        within.add(zones[number].id());
      }
    }
    return List.copyOf(within);
  }

  @Override
  public int zonesAt(double latDeg, double lonDeg, int[] into) {
    return grid.find(latDeg, lonDeg, into);
  }

  @Override
  public void zonesAt(double[] latDeg, double[] lonDeg, Found found) {
    grid.find(latDeg, lonDeg, found);
  }

  @Override
  public int most() {
    return grid.most();
  }

  @Override
  public Zone zone(int number) {
    return zones[number];
  }

  @Override
  public ZoneIndex with(Zone zone) {
    int at = position(zone.id());
    int number = at >= 0 ? byId[at] : freeNumber();
    Zone[] changed = Arrays.copyOf(zones, Math.max(zones.length, number + 1));
    changed[number] = zone;
    int[] ids = at >= 0 ? byId : inserted(-at - 1, number);
    return new GridZoneIndex(grid.with(number, new Shape(zone.area())), changed, ids);
  }

  @Override
  public ZoneIndex without(ZoneId id) {
    int at = position(id);
    if (at < 0) {
      return this;
    }
    Zone[] changed = zones.clone();
    changed[byId[at]] = null;
    int[] ids = new int[byId.length - 1];
    System.arraycopy(byId, 0, ids, 0, at);
    System.arraycopy(byId, at + 1, ids, at, ids.length - at);
    return new GridZoneIndex(grid.without(byId[at]), changed, ids);
  }

  private int freeNumber() {
    for (int number = 0; number < zones.length; number++) {
      if (zones[number] == null) {
        return number;
      }
    }
    return zones.length;
  }

  private int[] inserted(int at, int number) {
    int[] ids = Arrays.copyOf(byId, byId.length + 1);
    System.arraycopy(byId, at, ids, at + 1, byId.length - at);
    ids[at] = number;
    return ids;
  }

  /** As {@link Arrays#binarySearch}. */
  private int position(ZoneId id) {
    int low = 0;
    int high = byId.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = zones[byId[middle]].id().compareTo(id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return -low - 1;
  }
}
