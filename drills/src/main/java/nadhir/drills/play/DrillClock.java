package nadhir.drills.play;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The clock of a drill lane. It stands at a step, and only its player moves it, always forward.
 *
 * <p>In a headless drill {@link #instant} is the step itself, so that entries carry the due moments
 * exactly. In an interactive one, where people act between two steps, it flows from one step to the
 * next, in whole seconds.
 */
public final class DrillClock implements InstantSource {
  private final boolean flows;
  private final Pace pace;
  private Instant step;
  private Instant next;

  public DrillClock(Instant start, boolean flows, Pace pace) {
    this.step = start;
    this.next = start;
    this.flows = flows;
    this.pace = pace;
  }

  @Override
  public synchronized Instant instant() {
    return flows ? flowing() : step;
  }

  /** What a console shows: between two steps it flows, at the pace of the drill. */
  public synchronized Instant display() {
    return flowing();
  }

  private Instant flowing() {
    if (!next.isAfter(step)) {
      return step;
    }
    var now = pace.now().truncatedTo(ChronoUnit.SECONDS);
    if (now.isBefore(step)) {
      return step;
    }
    return now.isBefore(next) ? now : next;
  }

  /** Time flows towards {@code to}, and no further. */
  synchronized void flowTowards(Instant to) {
    next = to;
  }

  /** Time stands at {@code at}. A moment that has passed already changes nothing. */
  synchronized void stepTo(Instant at) {
    if (at.isAfter(step)) {
      step = at;
    }
    next = step;
  }

  /** The lane has come to {@code at}, whoever played it there. */
  public synchronized void follow(Instant at) {
    if (at.isAfter(step)) {
      step = at;
      next = next.isBefore(at) ? at : next;
    }
  }

  /** Time stands where it has flowed to. */
  synchronized Instant halt() {
    step = flows ? flowing() : step;
    next = step;
    return step;
  }

  synchronized Instant step() {
    return step;
  }
}
