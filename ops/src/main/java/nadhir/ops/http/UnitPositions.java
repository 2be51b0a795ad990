package nadhir.ops.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.track.FixFault;
import nadhir.core.track.UnitFix;

/**
 * The response units of one lane by their devices' words, as they are followed in memory. Only what
 * is news for the lane is journaled.
 */
public interface UnitPositions {
  /** A lane whose units nobody follows. */
  UnitPositions NONE =
      new UnitPositions() {
        @Override
        public Optional<Taken> take(List<UnitFix> positions) {
          return Optional.empty();
        }

        @Override
        public Optional<Page> followed() {
          return Optional.empty();
        }
      };

  /** One that was not taken, by its number from 0. */
  record Refused(int position, UnitId unit, FixFault reason) {}

  /**
   * What became of positions.
   *
   * @param taken are the last positions of their units now, or were for a moment
   * @param repeated were that already
   */
  record Taken(int taken, int repeated, List<Refused> refused) {
    public Taken {
      refused = List.copyOf(refused);
    }
  }

  /**
   * A unit as it was heard last.
   *
   * @param zones that it is in, in the order in which it entered them
   * @param silent nothing was heard of it for long
   */
  record Followed(
      UnitId unit,
      LatLon place,
      Instant at,
      double accuracyM,
      OptionalDouble speedMps,
      OptionalDouble headingDeg,
      List<ZoneId> zones,
      boolean silent) {
    public Followed {
      zones = List.copyOf(zones);
    }
  }

  /**
   * @param at lane time
   * @param units by id
   */
  record Page(Instant at, List<Followed> units) {
    public Page {
      units = List.copyOf(units);
    }
  }

  /**
   * Takes positions, each for itself: one that is refused costs no other. To repeat them is
   * harmless. Empty when this member does not follow the lane yet, or the others do not answer. May
   * block.
   */
  Optional<Taken> take(List<UnitFix> positions);

  /** Empty as above. May block. */
  Optional<Page> followed();
}
