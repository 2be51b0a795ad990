/**
 * What {@code ./nadhir bench} measures, with JMH. In the tests' sources, because JMH must not be
 * shipped. A new work is one class of benchmarks and one line in {@link nadhir.ops.bench.Works}.
 *
 * <p>A benchmark that handles many items in one call takes a {@link nadhir.ops.bench.Counted}; the
 * way that others take, measured in the same run, is a method of the same class with {@link
 * nadhir.ops.bench.Peer}.
 */
package nadhir.ops.bench;
