/**
 * Sends what waits: blocks from the store, worst severity first, each recipient at most once, and
 * stops at expiry, Cancel, a long pause or a newer fencing number.
 */
package nadhir.alerting.outbox;
