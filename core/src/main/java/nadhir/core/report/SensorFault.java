package nadhir.core.report;

import java.time.Instant;
import nadhir.core.id.GaugeId;

/**
 * An unusable value told that a gauge is not in order.
 *
 * @param at the gauge's own time of it
 */
public record SensorFault(GaugeId gauge, GaugeFault fault, Instant at) {}
