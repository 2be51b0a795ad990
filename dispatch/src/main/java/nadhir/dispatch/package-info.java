/**
 * Sending help: the units of a site, the incidents they are sent to, the recommendation of a run
 * card, and the assignments until a unit is free again.
 *
 * <p>The way in is {@link nadhir.dispatch.DispatchDesk}; {@code nadhir.dispatch.pack} reads the
 * site's units and run cards.
 */
package nadhir.dispatch;
