package nadhir.geofence.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Facts;

/**
 * One hazard at one moment, as all rules are asked about it.
 *
 * @param origin where distances are measured from; empty where there is no place, or where {@code
 *     distance_km} means another distance
 * @param known facts that are the same in every zone
 * @param facts of one zone, worked out only where the other parts leave a rule standing
 */
public record Question(HazardTypeId type, Optional<Origin> origin, Known known, FactsOfZone facts) {

  /** One about which nothing is known before its zones are worked out. */
  public static Question of(HazardTypeId type, FactsOfZone facts) {
    return new Question(type, Optional.empty(), Known.NOTHING, facts);
  }

  /** Works out what a hazard does in one zone. */
  @FunctionalInterface
  public interface FactsOfZone {
    /** The whole row, see {@link FactColumns}; empty where the hazard does not touch the zone. */
    Optional<double[]> of(Zone zone);
  }

  /**
   * Where distances are measured from.
   *
   * @param toCentres every zone has facts, and {@code distance_km} is the geodesic to its centre,
   *     to a metre, as it is for quakes; else at most to its outline, and near it all the same
   */
  public record Origin(LatLon place, boolean toCentres) {}

  /** Facts that are the same in every zone. A fact can be known to be unknown: NaN. */
  public static final class Known {
    public static final Known NOTHING = new Known(0, FactColumns.unknown());

    private final long columns;
    private final double[] row;

    private Known(long columns, double[] row) {
      this.columns = columns;
      this.row = row;
    }

    /**
     * @param facts those which are the same everywhere
     * @param row their values; not copied, and not to be changed afterwards
     */
    public static Known of(Collection<Facts> facts, double[] row) {
      long columns = 0;
      for (Facts fact : facts) {
        columns |= 1L << fact.ordinal();
      }
      return new Known(columns, row);
    }

    /** The same facts of another hazard. */
    public Known with(double[] other) {
      return new Known(columns, other);
    }

    boolean has(int column) {
      return (columns & 1L << column) != 0;
    }

    long columns() {
      return columns;
    }

    double at(int column) {
      return row[column];
    }
  }

  static {
    if (FactColumns.COUNT > Long.SIZE) {
      throw new IllegalStateException("more facts than bits: " + List.of(Facts.values()));
    }
  }
}
