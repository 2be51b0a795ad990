package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages every sample of every format again and again: nothing but reports, links and rejections
 * leaves a decoder, and what leaves it can be written down. The seed is printed on failure.
 *
 * <p>{@code -Dnadhir.fuzz.factor=50} damages fifty times as often; {@code -Dnadhir.fuzz.seed=7}
 * begins elsewhere.
 */
class DecoderFuzzTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  /** Bytes that are decoded for each format in a normal run, and documents at most. */
  private static final long BUDGET_BYTES = 4_000_000;

  private static final int DOCUMENTS = 400;

  /** Reports of one document that are written and read again. */
  private static final int WRITTEN = 5;

  /** What formats take for something. */
  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "</",
          "&",
          "&#0;",
          "&x;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<!DOCTYPE a>",
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "NaN",
          "1e999",
          "-999999",
          "\u0000",
          "\uFFFD",
          "\n",
          "!AIVDM,",
          "*00",
          "2026-02-30T25:61:61Z",
          "-00:00",
          "99999999999999999999",
          " ",
          "\r\n");

  private final long seed = Long.getLong("nadhir.fuzz.seed", 1);
  private final int factor = Integer.getInteger("nadhir.fuzz.factor", 1);

  @Test
  void everyFormatHasASample() throws IOException {
    for (String format : FeedFormats.names()) {
      assertTrue(!samples(format).isEmpty(), format + " has no line in samples/");
    }
  }

  @ParameterizedTest
  @MethodSource("nadhir.core.feed.FeedFormats#names")
  void nothingButWhatItMayGiveLeavesADecoder(String format) throws IOException {
    List<Sample> samples = samples(format);
    long bytes = BUDGET_BYTES * factor / samples.size();
    for (Sample sample : samples) {
      byte[] whole = Files.readAllBytes(Samples.sample(sample.file()));
      long rounds = Math.max(1, bytes / Math.max(1, whole.length));
      rounds = Math.min(rounds, Math.max(2, (long) DOCUMENTS * factor / samples.size()));
      for (long round = 0; round < rounds; round++) {
        long own = seed * 1_000_003 + round;
        check(sample, own, damaged(whole, new Random(own)));
      }
    }
  }

  /** A sample, and the words for its feed: {@code gauge-json+rain-list} has options. */
  private record Sample(String feed, String file) {}

  private static List<Sample> samples(String format) throws IOException {
    return SamplesTest.table().stream()
        .map(row -> row.split("\\s+"))
        .filter(columns -> columns[0].split("\\+")[0].equals(format))
        .map(columns -> new Sample(columns[0], columns[1]))
        .toList();
  }

  private static void check(Sample sample, long seed, byte[] raw) {
    String which = sample + " with seed " + seed;
    try {
      var decoder = SampleFeeds.feed(sample.feed()).decoder();
      List<Decoded> all = new ArrayList<>(decoder.decode(raw, AT));
      all.addAll(decoder.finish());
      int written = 0;
      for (Decoded d : all) {
        if (d instanceof Decoded.Ok(HazardReport report) && written++ < WRITTEN) {
          var read = DomainJson.read(DomainJson.write(report), HazardReport.class);
          assertTrue(report.equals(read), which + ": " + report + " is read as " + read);
        }
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(which, e);
    }
  }

  /** One to eight injuries. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] raw = whole;
    int injuries = 1 + random.nextInt(8);
    for (int i = 0; i < injuries && raw.length > 0; i++) {
      raw = injured(raw, random);
    }
    return raw;
  }

  private static byte[] injured(byte[] raw, Random random) {
    int at = random.nextInt(raw.length);
    int length = Math.min(raw.length - at, 1 + random.nextInt(40));
    return switch (random.nextInt(8)) {
      case 0 -> {
        byte[] flipped = raw.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> spliced(raw, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 2 -> spliced(raw, at, length, new byte[0]);
      case 3 -> spliced(raw, at, 0, Arrays.copyOfRange(raw, at, at + length));
      case 4 -> spliced(raw, at, random.nextBoolean() ? 0 : length, token(random));
      case 5 -> random.nextInt(4) == 0 ? Arrays.copyOf(raw, at) : raw;
      case 6 -> digitsChanged(raw, at, random);
      default -> {
        int from = random.nextInt(raw.length);
        int to = Math.min(raw.length, from + 1 + random.nextInt(200));
        yield spliced(raw, at, 0, Arrays.copyOfRange(raw, from, to));
      }
    };
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** The next number becomes another one: parsers survive it, and meanings may not. */
  private static byte[] digitsChanged(byte[] raw, int from, Random random) {
    int at = from;
    while (at < raw.length && (raw[at] < '0' || raw[at] > '9')) {
      at++;
    }
    int end = at;
    while (end < raw.length && raw[end] >= '0' && raw[end] <= '9') {
      end++;
    }
    String number =
        switch (random.nextInt(5)) {
          case 0 -> "0";
          case 1 -> "-1";
          case 2 -> "9".repeat(1 + random.nextInt(30));
          case 3 -> "" + random.nextInt();
          default -> "";
        };
    return spliced(raw, at, end - at, number.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] spliced(byte[] raw, int at, int out, byte[] in) {
    byte[] spliced = new byte[raw.length - out + in.length];
    System.arraycopy(raw, 0, spliced, 0, at);
    System.arraycopy(in, 0, spliced, at, in.length);
    System.arraycopy(raw, at + out, spliced, at + in.length, raw.length - at - out);
    return spliced;
  }
}
