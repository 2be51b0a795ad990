package nadhir.core.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.lane.Lane;

/** Forgets with the process: for drill lanes, whose journals may be thrown away, and simulation. */
public final class InMemoryKnownHeads implements KnownHeads {
  private final Map<String, Head> heads = new ConcurrentHashMap<>();

  @Override
  public Optional<Head> of(Lane lane) {
    return Optional.ofNullable(heads.get(lane.key()));
  }

  @Override
  public void saw(Lane lane, Head head) {
    heads.merge(lane.key(), head, (old, seen) -> seen.seq() > old.seq() ? seen : old);
  }
}
