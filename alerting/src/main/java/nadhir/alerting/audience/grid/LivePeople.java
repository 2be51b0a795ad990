package nadhir.alerting.audience.grid;

import java.util.concurrent.Executor;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/**
 * Where people are while they move, and who of them is inside an area: exactly those for whom JTS's
 * {@code covers}, or the distance on the sphere for circles, says so.
 *
 * <pre>{@code
 * var people = new LivePeople(latDeg, lonDeg, background);
 * people.put(7, 29.53, 35.0);
 * people.inside(area).blocks((persons, from, to) -> …);
 * }</pre>
 *
 * <p>People have small numbers, which the caller gives out. An answer knows every change that was
 * made before it was asked for, and all or nothing of any other. Whoever asks waits for nobody; who
 * changes waits for others who do. Takes at most 25 bytes a person (some kilobytes at least), and
 * twice that while people are packed anew.
 */
public final class LivePeople {
  /** Numbers are below it; they cost four bytes each, given out or not. */
  public static final int MOST_NUMBERS = 1 << 26;

  private final Executor background;
  private final Object writing = new Object();
  private final Object merging = new Object();
  private volatile View now;

  /** Whether somebody was asked to pack people anew; under {@link #writing}. */
  private boolean asked;

  /**
   * @param latDeg by number; NaN where nobody has it
   * @param background where people are packed anew after many changes. If it does not keep up,
   *     whoever makes changes does it themselves.
   */
  public LivePeople(double[] latDeg, double[] lonDeg, Executor background) {
    if (latDeg.length != lonDeg.length || latDeg.length > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "people need as many latitudes as longitudes, and at most " + MOST_NUMBERS);
    }
    this.background = background;
    this.now =
        View.of(
            taker -> {
              for (int person = 0; person < latDeg.length; person++) {
                if (!Double.isNaN(latDeg[person])) {
                  taker.person(person, latDeg[person], lonDeg[person]);
                }
              }
            });
  }

  /** Somebody is here now, be they new or known. */
  public void put(int person, LatLon place) {
    change(person, view -> view.moves().put(view.packed(), person, place.latDeg(), place.lonDeg()));
  }

  /** Somebody is nowhere any more. */
  public void remove(int person) {
    change(person, view -> view.moves().remove(view.packed(), person));
  }

  private interface Change {
    void make(View view);
  }

  private void change(int person, Change change) {
    if (person < 0 || person >= MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "a person's number is from 0 to below " + MOST_NUMBERS + ", not " + person);
    }
    while (!changed(change)) {
      merge();
    }
  }

  /** Not if there is no room. */
  private boolean changed(Change change) {
    boolean ask;
    synchronized (writing) {
      if (now.moves().isFull()) {
        return false;
      }
      change.make(now);
      ask = now.moves().isHalfFull() && !asked;
      asked |= ask;
    }
    if (ask) {
      background.execute(this::merge);
    }
    return true;
  }

  /** Packs people anew, unless another thread has just done so. */
  private void merge() {
    synchronized (merging) {
      View before = now;
      int known = before.moves().size();
      if (before.moves().isHalfFull()) {
        PackedPeople anew = PackedPeople.of(before.source(known));
        synchronized (writing) {
          now = before.merged(anew, known);
          asked = false;
        }
      }
    }
  }

  /** Who is inside now. */
  public Inside inside(Area area) {
    return new Lookup(now, area).run();
  }

  /** Memory that is held, by the lengths of all arrays. */
  public long bytes() {
    View view = now;
    return view.packed().bytes() + view.moves().bytes();
  }

  /** How many people were there when they were last packed. */
  public int packed() {
    return now.packed().size();
  }
}
