/** Published CAP documents in Redis. */
package nadhir.core.cap.redis;
