/** Who does what only one member may do: leases with a fencing number. */
package nadhir.core.lease;
