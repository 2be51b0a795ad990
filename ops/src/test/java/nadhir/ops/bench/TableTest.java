package nadhir.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void eachIsComparedWithThePeersOfItsOwnWorkByWhatAWholeCoreGives() {
    var half = OptionalDouble.of(0.5);
    var rows =
        List.of(
            rate("a.ais", "lib", true, 250_000, OptionalDouble.of(1)),
            rate("b.ais", "lib", true, 100_000, half),
            rate("a.ais", "ours", false, 500_000, half),
            rate("b.ais", "ours", false, 1_250, half));
    assertEquals(
        """
        work   by          rate    ±   bytes/s   core    whole core  against
        a.ais  ours  500,000 /s  2 %  1.5 MB/s   50 %  1,000,000 /s  4.00 × lib
        a.ais  lib   250,000 /s  2 %  1.5 MB/s  100 %    250,000 /s
        b.ais  ours    1,250 /s  2 %  1.5 MB/s   50 %      2,500 /s  0.01 × lib
        b.ais  lib   100,000 /s  2 %  1.5 MB/s   50 %    200,000 /s
        """,
        Table.of(rows));
  }

  @Test
  void timesAreToldAsTimesAndColumnsThatNobodyFillsAreLeftOut() {
    var rows =
        List.of(
            time("250,000 people", "grid", false, 0.27e-3),
            time("250,000 people", "kdTree", true, 8.5e-3),
            time("250,000 people", "redis", true, 52e-3));
    assertEquals(
        """
        work            by           rate  against
        250,000 people  grid    270.00 µs  31 × kdTree, 193 × redis
        250,000 people  kdTree    8.50 ms
        250,000 people  redis    52.00 ms
        """,
        Table.of(rows));
  }

  private static Row rate(String work, String way, boolean peer, double perS, OptionalDouble core) {
    return new Row(work, way, peer, Row.Unit.RATE, perS, 0.02, OptionalDouble.of(1.5e6), core);
  }

  private static Row time(String work, String way, boolean peer, double seconds) {
    return new Row(work, way, peer, Row.Unit.TIME, 1 / seconds, Double.NaN, NONE, NONE);
  }
}
