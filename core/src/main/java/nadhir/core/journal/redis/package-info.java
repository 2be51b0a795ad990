/** The journal and its snapshots on Redis, and what makes an entry there durable. */
package nadhir.core.journal.redis;
