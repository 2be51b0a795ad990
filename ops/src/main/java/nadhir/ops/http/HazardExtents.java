package nadhir.ops.http;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import nadhir.core.geo.Area;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.HazardId;

/**
 * Where to search and whom to protect by now. It follows from a hazard of the picture and the
 * lane's time alone, and changes with every minute: so it is reckoned when somebody looks, and
 * journaled only with the alert that somebody proposes for it.
 */
@FunctionalInterface
public interface HazardExtents {
  /** No hazard has one. */
  HazardExtents NONE = (_, _) -> List.of();

  /**
   * @param kind SEARCH, PROTECTIVE_SECTOR, PROTECTIVE_CIRCLE, ISOLATION_CIRCLE
   * @param radiusM of the circle, or how far down the wind
   * @param isolationM how far all around nobody may be
   * @param since what it is reckoned from
   */
  record HazardExtent(
      HazardId hazard,
      String kind,
      Area area,
      double radiusM,
      OptionalDouble isolationM,
      Instant since) {}

  /** In the order of the hazards; must be quick. */
  List<HazardExtent> of(List<Hazard> hazards, Instant at);
}
