/** Leases on Redis. */
package nadhir.core.lease.redis;
