/** What consoles see of the ships that a lane follows in memory. */
package nadhir.ops.track;
