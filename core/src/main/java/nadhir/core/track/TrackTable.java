package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import nadhir.core.geo.LatLon;

/**
 * The last positions and names of ships: {@link #PARTITIONS} partitions by a stable hash of the
 * MMSI, and the order in which ships were last heard. A track is known by its <em>slot</em>, a
 * number below {@link #SLOTS} that is its own until it is forgotten; whoever keeps further columns
 * keeps them by slot.
 *
 * <p>One thread writes. {@link #near} and {@link #since} can be asked from any.
 */
final class TrackTable {
  /** Beyond it the track that was silent longest is forgotten. */
  static final int MAX_TRACKS = 20_000;

  static final int PARTITIONS = 16;
  static final int SLOTS = PARTITIONS * Partition.SLOTS;

  /** A position older than this says nothing any more; a moored ship reports every 3 minutes. */
  static final Duration FRESH = Duration.ofMinutes(15);

  private static final int NOBODY = -1;

  private final Partition[] partitions = new Partition[PARTITIONS];
  private final IntConsumer forgotten;

  // All tracks, the one silent longest first. Those heard no more are the head of this list.
  private final int[] earlier = new int[SLOTS];
  private final int[] later = new int[SLOTS];
  private int first = NOBODY;
  private int last = NOBODY;
  private int firstAwake = NOBODY;
  private int size;
  private volatile long pushedOut; // one thread counts, any reads

  /**
   * @param forgotten is told the slot of a track before that is given to another
   */
  TrackTable(IntConsumer forgotten) {
    this.forgotten = forgotten;
    for (int i = 0; i < PARTITIONS; i++) {
      partitions[i] = new Partition();
    }
  }

  /** The track's slot, made where there is none; from now on it is the one heard last. */
  int hear(int mmsi, long atMs) {
    int at = partitionOf(mmsi);
    Partition partition = partitions[at];
    int local = partition.find(mmsi);
    if (local < 0) {
      local = add(partition, at, mmsi);
    } else {
      unlink(at * Partition.SLOTS + local);
    }
    int slot = at * Partition.SLOTS + local;
    append(slot);
    partition.heard(local, atMs);
    return slot;
  }

  /** The track's slot, or −1. */
  int find(int mmsi) {
    int at = partitionOf(mmsi);
    int local = partitions[at].find(mmsi);
    return local < 0 ? NOBODY : at * Partition.SLOTS + local;
  }

  /** Which partition an MMSI falls to: the same on every machine and for ever. */
  static int partitionOf(int mmsi) {
    return Mmsi.mixed(mmsi) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PARTITIONS));
  }

  private int add(Partition partition, int at, int mmsi) {
    if (size == MAX_TRACKS) {
      pushOut(first);
    }
    if (partition.isFull()) {
      pushOut(at * Partition.SLOTS + partition.silentLongest());
    }
    size++;
    return partition.add(mmsi);
  }

  private void pushOut(int slot) {
    pushedOut++;
    forgotten.accept(slot);
    unlink(slot);
    of(slot).remove(local(slot));
    size--;
  }

  private void unlink(int slot) {
    int before = earlier[slot];
    int after = later[slot];
    if (before == NOBODY) {
      first = after;
    } else {
      later[before] = after;
    }
    if (after == NOBODY) {
      last = before;
    } else {
      earlier[after] = before;
    }
    if (firstAwake == slot) {
      firstAwake = after;
    }
  }

  private void append(int slot) {
    earlier[slot] = last;
    later[slot] = NOBODY;
    if (last == NOBODY) {
      first = slot;
    } else {
      later[last] = slot;
    }
    last = slot;
    if (firstAwake == NOBODY) {
      firstAwake = slot;
    }
  }

  /**
   * The slot of a track that was not heard since {@code beforeMs} and was not given by an earlier
   * call, or −1 when there is no more. A track that is heard again can fall silent again.
   */
  int nextSilent(long beforeMs) {
    if (firstAwake == NOBODY || heardMs(firstAwake) >= beforeMs) {
      return NOBODY;
    }
    int silent = firstAwake;
    firstAwake = later[silent];
    return silent;
  }

  int size() {
    return size;
  }

  /** Tracks that were forgotten because others needed their place. From any thread. */
  long pushedOut() {
    return pushedOut;
  }

  void place(int slot, Fix fix, Doubt doubt) {
    of(slot).place(local(slot), fix, doubt);
  }

  void doubt(int slot, Doubt doubt) {
    of(slot).doubt(local(slot), doubt);
  }

  void name(int slot, String name) {
    of(slot).name(local(slot), name);
  }

  void shipType(int slot, int shipType) {
    of(slot).shipType(local(slot), shipType);
  }

  int mmsi(int slot) {
    return of(slot).mmsi(local(slot));
  }

  Craft craft(int slot) {
    Partition partition = of(slot);
    int local = local(slot);
    return Craft.of(partition.mmsi(local), partition.shipType(local));
  }

  long heardMs(int slot) {
    return of(slot).heardMs(local(slot));
  }

  boolean isPlaced(int slot) {
    return placedMs(slot) != Partition.NEVER;
  }

  long placedMs(int slot) {
    return of(slot).placedMs(local(slot));
  }

  double latDeg(int slot) {
    return of(slot).latDeg(local(slot));
  }

  double lonDeg(int slot) {
    return of(slot).lonDeg(local(slot));
  }

  /** The last position of a track, for the writer's own thread. */
  Optional<LatLon> lastPlace(int slot) {
    return isPlaced(slot) ? Optional.of(new LatLon(latDeg(slot), lonDeg(slot))) : Optional.empty();
  }

  /** The track as others see it; it must have a position. */
  Vessel vessel(int slot) {
    var row = new Row();
    of(slot).read(local(slot), row);
    return row.vessel();
  }

  /** Ships that gave a position since {@code at}, by MMSI. From any thread. */
  List<Vessel> since(Instant at) {
    long fromMs = at.toEpochMilli();
    var found = new ArrayList<Vessel>();
    var row = new Row();
    for (Partition partition : partitions) {
      for (int i = 0; i < Partition.SLOTS; i++) {
        partition.read(i, row);
        if (row.isPlaced() && row.placedMs >= fromMs) {
          found.add(row.vessel());
        }
      }
    }
    found.sort(Comparator.comparing(Vessel::mmsi));
    return List.copyOf(found);
  }

  /** Nearest first; of equally near ones the smaller MMSI. From any thread. */
  List<Vessel> near(LatLon place, double radiusM, Instant at) {
    record Near(Vessel vessel, double distanceM) {}
    long fromMs = at.minus(FRESH).toEpochMilli();
    var found = new ArrayList<Near>();
    var row = new Row();
    for (Partition partition : partitions) {
      for (int i = 0; i < Partition.SLOTS; i++) {
        partition.read(i, row);
        if (row.isPlaced() && row.placedMs >= fromMs) {
          double distanceM =
              Plane.distanceM(place.latDeg(), place.lonDeg(), row.latDeg, row.lonDeg);
          if (distanceM <= radiusM) {
            found.add(new Near(row.vessel(), distanceM));
          }
        }
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble(Near::distanceM).thenComparing(near -> near.vessel().mmsi()))
        .map(Near::vessel)
        .toList();
  }

  private Partition of(int slot) {
    return partitions[slot / Partition.SLOTS];
  }

  private static int local(int slot) {
    return slot % Partition.SLOTS;
  }
}
