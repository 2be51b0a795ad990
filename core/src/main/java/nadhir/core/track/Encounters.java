package nadhir.core.track;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.report.Observation.VesselTrouble;
import nadhir.core.track.Conclusion.Phase;
import nadhir.core.track.Encounter.State;

/**
 * Pairs on a collision course: told once when the course has held for a moment, again while it
 * lasts, and once when it is over. Pairs that belong together (a ship and the tug alongside, a
 * convoy) are remembered and not told.
 */
final class Encounters {
  /** It must hold so long: one bad course among many must not cry out. */
  static final long CONFIRM_MS = 10_000;

  /** Nearer in time than this it is told at once. */
  static final double URGENT_S = 60;

  /** It must be gone so long: a ship that yaws does not end it and begin it again. */
  static final long ENDS_MS = 60_000;

  /** While it lasts, its figures change with every turn of a helm. */
  static final long AGAIN_MS = 60_000;

  /** First seen so near and so gentle to each other: alongside, or in tow. */
  static final double ALONGSIDE_M = 150;

  static final double GENTLE_MPS = 1.5;

  /** So near for so long without harm: they mean to be there. */
  static final double CLOSE_M = 500;

  static final long LONG_MS = 600_000;

  /** So far from each other they belong together no more. */
  static final double APART_M = 1_000;

  /** A pair that belongs together and was not seen under way for so long is forgotten. */
  static final long FORGET_MS = 600_000;

  /**
   * Beginnings told within {@link #TOLD_MS}; beyond it pairs are followed, counted and not told.
   * Nobody can call a hundred ships, and a journal is no place for a thousand.
   */
  static final int MOST_TOLD = 100;

  static final long TOLD_MS = 600_000;

  private final TrackTable table;
  private final Teller teller;
  private final Points points;
  private final EncounterBook book = new EncounterBook();
  private final Allowance told = new Allowance(MOST_TOLD, TOLD_MS);
  private volatile long untold; // one thread counts, any reads

  Encounters(TrackTable table, Teller teller, Points points) {
    this.table = table;
    this.teller = teller;
    this.points = points;
  }

  EncounterBook book() {
    return book;
  }

  /** Collision courses that were not told, and pairs not looked at, because of a limit. */
  long untold() {
    return untold + book.refused();
  }

  /**
   * Two were looked at.
   *
   * @param a with the smaller MMSI
   * @param starts whether this begins a collision course, and {@code lasts} whether it still is one
   */
  void seen(int a, int b, Approach how, boolean starts, boolean lasts, long nowMs) {
    if (!book.has(a, b)) {
      if (b >= 0 && how.distanceM < ALONGSIDE_M && how.relativeMps < GENTLE_MPS) {
        book.add(new Encounter(a, b, State.TOGETHER, nowMs));
      } else if (starts) {
        var e = new Encounter(a, b, State.RISING, nowMs);
        book.add(e);
        rise(e, how, nowMs);
      }
      return;
    }
    Encounter e = book.get(a, b);
    e.seenMs = nowMs;
    switch (e.state) {
      case TOGETHER -> {
        if (how.distanceM > APART_M) {
          book.remove(e);
        }
      }
      case RISING -> {
        if (starts) {
          rise(e, how, nowMs);
        }
      }
      case OPEN -> goOn(e, how, lasts, nowMs);
    }
  }

  private void rise(Encounter e, Approach how, long nowMs) {
    note(e, how, nowMs);
    if (nowMs - e.sinceMs >= CONFIRM_MS || how.tcpaS <= URGENT_S) {
      e.state = State.OPEN;
      if (told.take(nowMs)) {
        e.toldMs = nowMs;
        tell(e, Phase.BEGINS);
      } else {
        untold++;
      }
    }
  }

  private void goOn(Encounter e, Approach how, boolean lasts, long nowMs) {
    if (lasts) {
      note(e, how, nowMs);
    }
    if (!e.isWithPoint() && areLongClose(e, how, nowMs)) {
      tell(e, Phase.OVER);
      e.state = State.TOGETHER;
    } else if (lasts && e.toldMs != Partition.NEVER && nowMs - e.toldMs >= AGAIN_MS) {
      e.toldMs = nowMs;
      tell(e, Phase.GOES_ON);
    }
  }

  private static boolean areLongClose(Encounter e, Approach how, long nowMs) {
    if (how.distanceM > CLOSE_M) {
      e.closeMs = Partition.NEVER;
      return false;
    }
    e.closeMs = e.closeMs == Partition.NEVER ? nowMs : e.closeMs;
    return nowMs - e.closeMs >= LONG_MS;
  }

  private static void note(Encounter e, Approach how, long nowMs) {
    e.onMs = nowMs;
    e.cpaM = how.cpaM;
    e.closestMs = nowMs + StrictMath.round(how.tcpaS * 1_000);
  }

  private void tell(Encounter e, Phase phase) {
    if (e.toldMs == Partition.NEVER) {
      return;
    }
    teller.tell(
        VesselTrouble.COLLISION_COURSE,
        phase,
        e.a,
        e.sinceMs,
        e.isWithPoint() ? points.get(-1 - e.b).id() : Mmsi.text(table.mmsi(e.b)),
        OptionalDouble.of(e.cpaM),
        Optional.of(Instant.ofEpochMilli(e.closestMs)));
  }

  /** Ends what has not held for a while; called every few seconds. */
  void sweep(long nowMs) {
    for (int i = book.all().size() - 1; i >= 0; i--) {
      Encounter e = book.all().get(i);
      boolean gone =
          switch (e.state) {
            case RISING, OPEN -> nowMs - e.onMs >= ENDS_MS;
            case TOGETHER -> nowMs - e.seenMs >= FORGET_MS;
          };
      if (gone) {
        if (e.state == State.OPEN && e.seenMs > e.onMs) { // else they are merely unheard
          tell(e, Phase.OVER);
        }
        book.remove(e);
      }
    }
  }

  /** There is no such fixed point any more: no ship is on a course for it. */
  void pointGone(int number) {
    for (int i = book.all().size() - 1; i >= 0; i--) {
      Encounter e = book.all().get(i);
      if (e.b == -1 - number) {
        if (e.state == State.OPEN) {
          tell(e, Phase.OVER);
        }
        book.remove(e);
      }
    }
  }

  /** A ship is under way no more, so that its courses are over. */
  void stopped(int slot, long nowMs) {
    if (book.any(slot)) {
      for (Encounter e : book.all()) {
        e.seenMs = e.isOf(slot) ? nowMs : e.seenMs;
      }
    }
  }

  /** The ship's slot is another's from now on. */
  void forget(int slot) {
    if (book.any(slot)) {
      for (int i = book.all().size() - 1; i >= 0; i--) {
        Encounter e = book.all().get(i);
        if (e.isOf(slot)) {
          book.remove(e);
        }
      }
    }
  }
}
