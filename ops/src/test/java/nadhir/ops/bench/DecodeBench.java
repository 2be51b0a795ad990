package nadhir.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.SampleFeeds;
import nadhir.core.sim.Samples;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole sample, again and again, through a decoder that lives as long as its connection. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBench {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  /** {@code "FORMAT FILE"}, from {@link FormatSamples}. */
  @Param("")
  public String sample;

  private byte[] raw;
  private FeedDecoder decoder;

  @Setup
  public void read() throws IOException {
    String[] words = sample.split(" ");
    raw = Files.readAllBytes(Samples.sample(words[1]));
    decoder = SampleFeeds.feed(words[0]).decoder();
  }

  @Benchmark
  public List<Decoded> nadhir(Counted counted) {
    List<Decoded> all = decoder.decode(raw, AT);
    counted.add(all.size(), raw.length);
    return all;
  }
}
