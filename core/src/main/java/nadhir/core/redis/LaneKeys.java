package nadhir.core.redis;

import nadhir.core.lane.Lane;

/**
 * The keys of one lane. Their braces keep all of a lane's keys in one slot, so that one script may
 * use them together.
 */
public record LaneKeys(Lane lane) {
  /** {@code nadhir:{live}:NAME}. */
  public String of(String name) {
    return "nadhir:{" + lane.key() + "}:" + name;
  }

  /** Stream of entries: id {@code SEQ-0}, fields {@code e} (JSON) and {@code h} (hash). */
  public String journal() {
    return of("journal");
  }

  /** Hash {@code seq}, {@code hash}, {@code epoch}. */
  public String head() {
    return of("head");
  }

  /** Hash {@code seq}, {@code hash}, {@code json}. */
  public String snapshot() {
    return of("snapshot");
  }
}
