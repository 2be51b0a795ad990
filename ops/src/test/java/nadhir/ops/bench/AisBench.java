package nadhir.ops.bench;

import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.sentence.SentenceException;
import dk.dma.ais.sentence.Vdm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A recorded stream in pieces, as a socket brings it, through all of our decoder: lines, sentences,
 * parts, payloads. Beside it AisLib alone, which reads the sentences that are already cut out and
 * parses what it knows. What is concluded from the messages is measured by {@link TracksBench}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AisBench {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final int PIECE_BYTES = 16 * 1024;

  @Param({"marine/dma_stream_example.txt", "marine/gpsd_sample.aivdm"})
  public String sample;

  private final List<byte[]> pieces = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private int bytes;
  private FeedDecoder decoder;

  @Setup
  public void read() throws IOException {
    byte[] raw = Files.readAllBytes(Samples.sample(sample));
    bytes = raw.length;
    for (int from = 0; from < raw.length; ) {
      int to = Math.min(raw.length, from + PIECE_BYTES);
      while (to < raw.length && raw[to - 1] != '\n') {
        to++;
      }
      pieces.add(Arrays.copyOfRange(raw, from, to));
      from = to;
    }
    new String(raw, StandardCharsets.ISO_8859_1)
        .lines()
        .map(String::strip)
        .filter(l -> l.matches("!..VD[MO],.*"))
        .forEach(sentences::add);
    decoder = FeedConfig.plain("bench", "ais").decoder();
  }

  @Benchmark
  public void nadhir(Counted counted, Blackhole sink) {
    for (byte[] piece : pieces) {
      List<Decoded> all = decoder.decode(piece, AT);
      sink.consume(all);
    }
    counted.add(sentences.size(), bytes);
  }

  @Benchmark
  @Peer
  public void aisLibAlone(Counted counted, Blackhole sink) {
    var vdm = new Vdm();
    for (String sentence : sentences) {
      try {
        if (vdm.parse(sentence) == 0) {
          sink.consume(AisMessage.getInstance(vdm));
          vdm = new Vdm();
        }
      } catch (SentenceException | AisMessageException | SixbitException | RuntimeException e) {
        sink.consume(e); // what it does not read, it throws
        vdm = new Vdm();
      }
    }
    counted.add(sentences.size(), bytes);
  }
}
