package nadhir.drills.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ZoneId;

/** How to tell from a recording, or beside it, that something happened. */
sealed interface Sighting {
  String name();

  HazardTypeId type();

  List<ZoneId> zones();

  /** Somebody wrote down when it began and ended. */
  record Noted(
      String name,
      HazardTypeId type,
      List<ZoneId> zones,
      Instant from,
      Instant until,
      Optional<Instant> peak)
      implements Sighting {
    public Noted {
      zones = List.copyOf(zones);
    }
  }

  /**
   * A gauge of the recording stood at {@code stageM} or higher. Crossings less than {@code apart}
   * from each other are one.
   */
  record Stage(
      String name,
      HazardTypeId type,
      List<ZoneId> zones,
      GaugeId gauge,
      double stageM,
      Duration apart)
      implements Sighting {
    public Stage {
      zones = List.copyOf(zones);
    }
  }

  /**
   * People told the source that they felt an earthquake: at least {@code people} of them, with the
   * epicentre at most {@code withinM} from {@code place}. A word on it is of use for {@code
   * useful}.
   */
  record Felt(
      String name,
      HazardTypeId type,
      List<ZoneId> zones,
      LatLon place,
      double withinM,
      int people,
      Duration useful)
      implements Sighting {
    public Felt {
      zones = List.copyOf(zones);
    }
  }
}
