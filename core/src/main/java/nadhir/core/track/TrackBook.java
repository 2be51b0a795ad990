package nadhir.core.track;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nadhir.core.event.Input;
import nadhir.core.id.UnitId;

/**
 * A member's share of a lane's units: {@link #PARTITIONS} partitions by a hash of the unit that is
 * the same on every machine and for ever. A partition is on one member at a time; it takes words of
 * its units there, one behind the other, and is handed on as a value. One thread at a time.
 *
 * <p>Whoever begins a partition without what was known of it recalls the lane's own words ({@link
 * UnitTracker#recall}), which are all that its conclusions depend on.
 */
public final class TrackBook {
  /** As many as Hazelcast's default partitions: a prime, so that no pattern of ids piles up. */
  public static final int PARTITIONS = 271;

  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private final SortedMap<Integer, UnitTracker> here = new TreeMap<>();
  private final Predicate<UnitId> known;

  /**
   * All that is known of a partition.
   *
   * @param tracks by unit
   */
  public record Share(int partition, List<UnitTrack> tracks) {
    public Share {
      tracks = List.copyOf(tracks);
      for (UnitTrack track : tracks) {
        if (partitionOf(track.unit()) != partition) {
          throw new IllegalArgumentException(track.unit() + " is not of partition " + partition);
        }
      }
    }
  }

  public TrackBook(Predicate<UnitId> known) {
    this.known = known;
  }

  /** Of a member that follows all units alone. */
  public static TrackBook whole(Predicate<UnitId> known) {
    var book = new TrackBook(known);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      book.take(new Share(partition, List.of()));
    }
    return book;
  }

  /** FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923), over UTF-8. */
  public static int partitionOf(UnitId unit) {
    int hash = FNV_BASIS;
    for (byte b : unit.value().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return StrictMath.floorMod(hash, PARTITIONS);
  }

  /** From now on this member follows the partition. */
  public void take(Share share) {
    if (here.containsKey(share.partition())) {
      throw new IllegalStateException("partition " + share.partition() + " is here already");
    }
    var tracker = new UnitTracker(known);
    share.tracks().forEach(tracker::adopt);
    here.put(share.partition(), tracker);
  }

  /** This member follows the partition no more; empty when it did not. */
  public Optional<Share> give(int partition) {
    return Optional.ofNullable(here.remove(partition))
        .map(tracker -> new Share(partition, tracker.tracks()));
  }

  /** Who takes words of the unit; empty when that is another member's. */
  public Optional<UnitTracker> of(UnitId unit) {
    return Optional.ofNullable(here.get(partitionOf(unit)));
  }

  /** Those of all partitions here who have fallen silent. */
  public List<Input.UnitSilent> silent(Instant now) {
    List<Input.UnitSilent> all = new ArrayList<>();
    here.values().forEach(tracker -> all.addAll(tracker.silent(now)));
    return all;
  }

  /** Zones have changed; see {@link UnitTracker#changed}. */
  public List<Input.UnitHeard> changed(Places places) {
    List<Input.UnitHeard> all = new ArrayList<>();
    here.values().forEach(tracker -> all.addAll(tracker.changed(places)));
    return all;
  }

  /** All units that are followed here, by id. */
  public List<UnitTrack> tracks() {
    return here.values().stream()
        .flatMap(tracker -> tracker.tracks().stream())
        .sorted(Comparator.comparing(UnitTrack::unit))
        .toList();
  }
}
