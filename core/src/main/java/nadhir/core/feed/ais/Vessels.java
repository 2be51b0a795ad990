package nadhir.core.feed.ais;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;

/**
 * The last positions and names of ships. In memory only: it is gone with the connection. Can be
 * asked from another thread than the one that hears.
 */
final class Vessels {
  /** Beyond this the ship that was silent longest is forgotten. */
  static final int MAX_VESSELS = 20_000;

  /** A position older than this says nothing any more; a moored ship reports every 3 minutes. */
  static final Duration FRESH = Duration.ofMinutes(15);

  private final Map<String, Vessel> byMmsi = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  synchronized void hear(AisMessage message, Instant at) {
    switch (message) {
      case AisMessage.Position p when p.place().isPresent() -> {
        p.name().ifPresent(n -> keep(names, p.mmsi(), n));
        var name = Optional.ofNullable(names.get(p.mmsi()));
        keep(
            byMmsi,
            p.mmsi(),
            new Vessel(p.mmsi(), name, p.place().get(), p.courseDeg(), p.speedMps(), at));
      }
      case AisMessage.Static s -> s.name().ifPresent(n -> keep(names, s.mmsi(), n));
      case AisMessage.Position _,
          AisMessage.Station _,
          AisMessage.Aid _,
          AisMessage.SafetyText _,
          AisMessage.Other _ -> {}
    }
  }

  synchronized Optional<LatLon> lastPlace(String mmsi) {
    return Optional.ofNullable(byMmsi.get(mmsi)).map(Vessel::place);
  }

  /** Nearest first; of equally near ones the smaller MMSI. */
  synchronized List<Vessel> near(LatLon place, double radiusM, Instant at) {
    return byMmsi.values().stream()
        .filter(v -> !v.heardAt().isBefore(at.minus(FRESH)))
        .filter(v -> Sphere.distanceM(place, v.place()) <= radiusM)
        .sorted(
            Comparator.<Vessel>comparingDouble(v -> Sphere.distanceM(place, v.place()))
                .thenComparing(Vessel::mmsi))
        .toList();
  }

  private static <T> void keep(Map<String, T> map, String mmsi, T value) {
    map.remove(mmsi);
    map.put(mmsi, value);
    if (map.size() > MAX_VESSELS) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
