package nadhir.core.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.report.Observation.VesselTrouble;

/** Collects what is concluded while one message is taken in. */
final class Teller {
  private final TrackTable table;
  private final List<Conclusion> said = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  Teller(TrackTable table) {
    this.table = table;
  }

  void begin(Instant at) {
    now = at;
    said.clear();
  }

  List<Conclusion> said() {
    return said;
  }

  /** Says something of the ship in {@code slot} alone. */
  void tell(VesselTrouble trouble, Conclusion.Phase phase, int slot, long sinceMs) {
    tell(trouble, phase, slot, sinceMs, "", OptionalDouble.empty(), Optional.empty());
  }

  void tell(
      VesselTrouble trouble,
      Conclusion.Phase phase,
      int slot,
      long sinceMs,
      String other,
      OptionalDouble closestM,
      Optional<Instant> closestAt) {
    Vessel vessel = table.vessel(slot);
    said.add(
        new Conclusion(
            trouble,
            phase,
            vessel.mmsi(),
            vessel.name(),
            Instant.ofEpochMilli(sinceMs),
            now,
            Optional.of(vessel.place()),
            vessel.courseDeg(),
            vessel.speedMps(),
            other,
            closestM,
            closestAt));
  }
}
