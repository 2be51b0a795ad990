package nadhir.core.dispatch;

import java.time.Duration;
import nadhir.core.id.UnitId;

/**
 * A unit proposed for an incident: which need of the run card it meets, and when it could arrive.
 */
public record Recommendation(UnitId unit, String need, double distanceM, Duration eta) {}
