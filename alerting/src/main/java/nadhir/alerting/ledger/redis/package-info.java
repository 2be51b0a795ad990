/** The ledger and the outbox on Redis: every write is one Lua script, one step. */
package nadhir.alerting.ledger.redis;
