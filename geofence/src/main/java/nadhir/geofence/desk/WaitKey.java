package nadhir.geofence.desk;

import java.util.Optional;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;

/**
 * The key of a wake-up: what has to hold for some time, on one hazard. It names what is counted
 * (see {@link Counting}): of something else the time is counted anew. Journals from before that
 * have keys without it, and one key for all zones of a firing; nothing is waited for by those any
 * more. Ids never hold the bar.
 */
sealed interface WaitKey {
  HazardId hazard();

  /** As it is journaled. */
  String text();

  /** What the texts of all keys for the same begin with, whatever is counted. */
  String stem();

  /**
   * A rule's {@code when}, before it fires.
   *
   * @param counted empty in old journals
   */
  record ToFire(RuleId rule, HazardId hazard, String counted) implements WaitKey {
    @Override
    public String text() {
      return counted.isEmpty() ? former() : stem() + counted;
    }

    /** Its text in old journals. */
    String former() {
      return rule + "|" + hazard;
    }

    @Override
    public String stem() {
      return "when|" + rule + "|" + hazard + "|";
    }
  }

  /**
   * A firing's {@code until} in one of its zones, before that is let go.
   *
   * @param zone empty in old journals, as is what is counted
   */
  record ToClear(AssessmentId assessment, HazardId hazard, Optional<ZoneId> zone, String counted)
      implements WaitKey {
    @Override
    public String text() {
      return zone.isEmpty() ? ofFiring(assessment) + hazard : stem() + counted;
    }

    @Override
    public String stem() {
      return ofFiring(assessment) + hazard + "|" + zone.map(ZoneId::value).orElse("") + "|";
    }

    /** What the texts of all keys of a firing begin with. */
    static String ofFiring(AssessmentId assessment) {
      return "until|" + assessment + "|";
    }
  }

  static WaitKey parse(String text) {
    String[] parts = text.split("\\|");
    return switch (parts.length) {
      case 2 -> new ToFire(new RuleId(parts[0]), new HazardId(parts[1]), "");
      case 3 ->
          new ToClear(new AssessmentId(parts[1]), new HazardId(parts[2]), Optional.empty(), "");
      case 4 -> new ToFire(new RuleId(parts[1]), new HazardId(parts[2]), parts[3]);
      case 5 ->
          new ToClear(
              new AssessmentId(parts[1]),
              new HazardId(parts[2]),
              Optional.of(new ZoneId(parts[3])),
              parts[4]);
      default -> throw new IllegalArgumentException("no key of a wake-up: " + text);
    };
  }
}
