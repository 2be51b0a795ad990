package nadhir.ops.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nadhir.core.id.HazardId;
import nadhir.geofence.desk.Explanation;

/**
 * Why the rules of one lane do what they do. Nothing of it is journaled: it follows from what is.
 */
@FunctionalInterface
public interface Explanations {
  /** A lane whose rules nobody asks. */
  Explanations NONE = _ -> CompletableFuture.completedFuture(Optional.empty());

  /**
   * @param at lane time
   * @param rules about the hazard, in the order of their file, and those that are gone while what
   *     they have fired lives; empty for a hazard that is not open
   */
  record Explained(Instant at, Optional<List<Explanation>> rules) {}

  /** Empty when nobody keeps the watch, or its member does not answer. */
  CompletableFuture<Optional<Explained>> of(HazardId hazard);
}
