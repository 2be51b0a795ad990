/** What the rules of a lane say about themselves, for whoever asks on any member. */
package nadhir.ops.explain;
