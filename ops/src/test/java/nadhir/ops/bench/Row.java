package nadhir.ops.bench;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One measured benchmark.
 *
 * @param work the parameters, by which rows are compared
 * @param way the method: ours, or the name of a peer
 * @param perS items a second, or calls where items are not counted
 * @param spread standard deviation of the iterations, as a share of the value
 * @param core how much of one core its JVM got, where it was counted
 */
record Row(
    String work,
    String way,
    boolean peer,
    Unit unit,
    double perS,
    double spread,
    OptionalDouble bytesPerS,
    OptionalDouble core) {

  /** How a person wants to read it: many a second, or the time that one takes. */
  enum Unit {
    RATE,
    TIME
  }

  static Row of(Class<?> benchmarks, RunResult result) {
    BenchmarkParams params = result.getParams();
    String way = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    Result<?> primary = result.getPrimaryResult();
    OptionalDouble items = counted(result, "items");
    boolean time = params.getMode() != Mode.Throughput;
    double own = time ? 1 / seconds(params, primary.getScore()) : primary.getScore();
    return new Row(
        work(params, benchmarks),
        way,
        isPeer(benchmarks, way),
        time ? Unit.TIME : Unit.RATE,
        items.orElse(own),
        primary.getStatistics().getStandardDeviation() / primary.getScore(),
        counted(result, "bytes"),
        cores(counted(result, "cpuNs")));
  }

  /** What a whole core gives: the rate, were the machine ours alone. */
  OptionalDouble perCoreS() {
    return core.isPresent() ? OptionalDouble.of(perS / core.getAsDouble()) : core;
  }

  /** How often faster than {@code other}; by what a whole core gives, where that is known. */
  double times(Row other) {
    return core.isPresent() && other.core.isPresent()
        ? perCoreS().getAsDouble() / other.perCoreS().getAsDouble()
        : perS / other.perS;
  }

  private static double seconds(BenchmarkParams params, double score) {
    return score * params.getTimeUnit().toNanos(1) / 1e9;
  }

  private static OptionalDouble cores(OptionalDouble nsPerS) {
    return nsPerS.isPresent()
        ? OptionalDouble.of(nsPerS.getAsDouble() / 1e9)
        : OptionalDouble.empty();
  }

  private static OptionalDouble counted(RunResult result, String counter) {
    var all = result.getSecondaryResults();
    return all.containsKey(counter)
        ? OptionalDouble.of(all.get(counter).getScore())
        : OptionalDouble.empty();
  }

  private static String work(BenchmarkParams params, Class<?> benchmarks) {
    var keys = new TreeSet<>(params.getParamsKeys());
    return keys.isEmpty()
        ? benchmarks.getSimpleName()
        : keys.stream().map(params::getParam).collect(Collectors.joining(" "));
  }

  private static boolean isPeer(Class<?> benchmarks, String way) {
    return Arrays.stream(benchmarks.getMethods())
        .filter(m -> m.getName().equals(way))
        .anyMatch((Method m) -> m.isAnnotationPresent(Peer.class));
  }
}
