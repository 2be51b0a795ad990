/**
 * Practising: a drill is the same house on a lane of its own, with another clock and no way to the
 * public.
 *
 * <p>{@link nadhir.drills.DrillDesk} keeps the course of the drill in the lane's journal; {@code
 * nadhir.drills.scenario} reads what is to be played, {@code nadhir.drills.play} plays it, {@code
 * nadhir.drills.report} computes from the journal what came of it.
 */
package nadhir.drills;
