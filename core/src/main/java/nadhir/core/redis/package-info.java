/**
 * The connection to Redis, and a server of Nadhir's own for machines that have none. What is kept
 * there, and by which rules, is the business of the packages named {@code …redis}.
 */
package nadhir.core.redis;
