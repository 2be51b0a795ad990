/** What is counted and timed, in the text format of Prometheus. */
package nadhir.ops.metrics;
