package nadhir.ops.drill;

import java.util.OptionalDouble;
import nadhir.core.lane.Lane;

/**
 * How a drill is run on this node.
 *
 * @param speed lane seconds per wall second; empty for as fast as it goes
 * @param interactive the clock halts while an alert waits for a visitor
 */
public record DrillSettings(
    Lane.Drill lane, long seed, OptionalDouble speed, boolean interactive) {}
