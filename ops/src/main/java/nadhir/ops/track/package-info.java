/** Ships and response units that a lane follows in memory, for whoever asks on any member. */
package nadhir.ops.track;
