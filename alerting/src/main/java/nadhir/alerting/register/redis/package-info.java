/** The register on Redis, unreadable there. */
package nadhir.alerting.register.redis;
