/** Reads what a site pack says of units and run cards. */
package nadhir.dispatch.pack;
