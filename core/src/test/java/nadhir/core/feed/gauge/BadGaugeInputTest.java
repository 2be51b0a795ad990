package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no gauge sends on purpose. */
class BadGaugeInputTest {
  private static final String GOOD =
      "{\"gauge\":\"Y1\",\"time\":\"2026-11-20T10:00:00Z\",\"stageM\":1}";
  private static final String TOLD = "2026-11-20T10:00:00Z Y1 1.0 m";

  /** The processor's time, because the machine's other work is none of the decoder's. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Mapped json = Mapped.of("gauge-json", "");
  private final Mapped csv = Mapped.of("gauge-csv", "");

  @Test
  void deepJsonCostsNothingButItself() {
    String told = json.lines("[" + GOOD + ",{\"x\":" + "[".repeat(100_000));
    assertTrue(told.startsWith(TOLD + "\nMALFORMED_JSON"), told);
  }

  @Test
  void aDocumentThatBreaksOffGivesWhatStoodBefore() {
    String told = json.lines("[" + GOOD + "," + GOOD.substring(0, 40));
    assertTrue(told.startsWith(TOLD + "\nMALFORMED_JSON"), told);
    assertEquals(
        TOLD + "\nBAD_TIME Y1/water 2026-11-20T1: '2026-11-20T1' is no time of this format",
        csv.lines("gauge,time,stage_m\nY1,2026-11-20T10:00:00Z,1\nY1,2026-11-20T1"));
  }

  @Test
  void absurdNumbersAreRefused() {
    for (String absurd : List.of("1e999", "-1e999", "123456789012345678901234567890", "1e99")) {
      String told = json.lines("[" + GOOD + "," + GOOD.replace(":1}", ":" + absurd + "}") + "]");
      assertTrue(told.startsWith(TOLD + "\nBAD_VALUE"), told);
    }
    assertTrue(json.lines("[" + GOOD.replace(":1}", ":null}") + "]").startsWith("NO_VALUE"));
    assertTrue(json.lines("[" + GOOD.replace(":1}", ":{}}") + "]").startsWith("NO_VALUE"));
    assertTrue(json.lines("[" + GOOD.replace(":1}", ":true}") + "]").startsWith("BAD_VALUE"));
  }

  @Test
  void itemsThatAreNoObjectsAreNoDocument() {
    for (String none : List.of("[1,2]", "[[]]", "[null]", "\"x\"", "{\"a\":[]}", "{}", "")) {
      String told = json.lines(none);
      boolean refused = told.startsWith("WRONG_DOCUMENT") || told.startsWith("NO_GAUGE");
      assertTrue(refused && told.lines().count() <= 2, none + ": " + told);
    }
  }

  @Test
  void theCharacterSetThatATableNamesHoldsUnlessAMarkSaysOtherwise() {
    String table = "gauge,time,stage_m,name\nY1,2026-11-20T10:00:00Z,1,اليتم\n";
    for (String charset : List.of("windows-1256", "UTF-16LE", "UTF-16BE", "UTF-8", "ISO-8859-1")) {
      assertEquals(
          TOLD,
          csv.lines(
              table.getBytes(
                  Charset.forName(charset).name().startsWith("UTF-16")
                      ? StandardCharsets.UTF_16
                      : Charset.forName(charset)),
              Delivery.PLAIN),
          charset);
    }
    byte[] marked = ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8);
    assertEquals(TOLD, csv.lines(marked, Delivery.PLAIN));
    assertEquals(
        TOLD, json.lines(("[" + GOOD + "]").getBytes(StandardCharsets.UTF_16LE), Delivery.PLAIN));
    String told =
        json.lines(
            ("[" + GOOD + ",{\"name\":\"\u00e9\"}]").getBytes(StandardCharsets.ISO_8859_1),
            Delivery.PLAIN);
    assertTrue(told.startsWith(TOLD + "\nMALFORMED_JSON"), told);
  }

  @Test
  void aQuoteWithoutAnEndCostsItsOwnRowOnly() {
    String head = "gauge,time,stage_m\n";
    String row = "Y1,2026-11-20T10:00:00Z,1\n";
    assertEquals(
        TOLD + "\nLINE_TOO_LONG line 3: a quoted text without an end\n" + TOLD,
        csv.lines(head + row + "Y1,\"2026,1\n" + row));
    String told = csv.lines(head + row + "Y1," + "x".repeat(20_000) + "\n" + row);
    assertEquals(TOLD + "\nLINE_TOO_LONG line 3: more than 16384 characters\n" + TOLD, told);
  }

  @Test
  void unorderedRowsKeepTheirTimes() {
    assertEquals(
        """
        2026-11-20T10:05:00Z RG1 2.0 mm in PT5M
        2026-11-20T10:00:00Z RG1 1.0 mm in PT5M
        2026-11-20T10:10:00Z RG1 3.0 mm in PT5M
        2026-11-20T10:05:00Z RG1 2.5 mm in PT5M""",
        csv.lines(
            """
            gauge,time,rain_mm
            RG1,2026-11-20T10:05:00Z,2
            RG1,2026-11-20T10:00:00Z,1
            RG1,2026-11-20T10:10:00Z,3
            RG1,2026-11-20T10:05:00Z,2.5
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "\"", "a,b\n", "\n", "[{}],", "<x>", "1,"})
  void aHundredMegabytesAreRefusedAtOnceAndSixteenWithinASecond(String piece) {
    byte[] large = repeated(piece, 100 * 1024 * 1024);
    byte[] largest = repeated(piece, FeedDecoder.MAX_BYTES);
    for (Mapped feed : List.of(json, csv)) {
      List<Decoded> refused = feed.decode(large, Delivery.PLAIN);
      assertEquals(Reason.TOO_LARGE, ((Decoded.Rejected) refused.getFirst()).reason());
      long before = THREADS.getCurrentThreadCpuTime();
      List<Decoded> all = feed.decode(largest, Delivery.PLAIN);
      Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
      assertTrue(all.size() <= GaugeDecoder.MAX_ITEMS + 1, all.size() + " items");
      assertTrue(took.compareTo(ONE_SECOND) < 0, piece + " took " + took);
    }
  }

  private static byte[] repeated(String piece, int size) {
    byte[] bytes = new byte[size];
    byte[] one = piece.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < size; i++) {
      bytes[i] = one[i % one.length];
    }
    return bytes;
  }

  @Test
  void moreItemsThanTheLimitAreNotRead() {
    String row = "Y1,2026-11-20T10:00:00Z,1\n";
    byte[] table =
        ("gauge,time,stage_m\n" + row.repeat(GaugeDecoder.MAX_ITEMS + 5))
            .getBytes(StandardCharsets.UTF_8);
    var all = csv.decode(table, Delivery.PLAIN);
    assertEquals(GaugeDecoder.MAX_ITEMS + 1, all.size());
    assertEquals(Reason.TOO_LARGE, ((Decoded.Rejected) all.getLast()).reason());
    byte[] list =
        ("[" + "{},".repeat(GaugeDecoder.MAX_ITEMS + 5) + "{}]").getBytes(StandardCharsets.UTF_8);
    assertTrue(json.decode(list, Delivery.PLAIN).size() <= GaugeDecoder.MAX_ITEMS + 1);
  }

  /** Real documents with a few bytes changed, cut out or doubled; prints the seed when it fails. */
  @Test
  void mutatedSamplesAreRejectedAndNeverThrow() throws IOException {
    List<Mapped> feeds =
        List.of(
            json,
            csv,
            Mapped.of("nwis-json", ""),
            Mapped.of("ea-flood-json", ""),
            Mapped.of("sensorthings", ""),
            Mapped.of(
                "gauge-csv",
                "gauge: Y1\ntime: {path: \"#1\", format: MM/dd/uuuu HH:mm, zone: America/New_York}\n"
                    + "flags: {glued: true}\n"
                    + "quantities: [{is: stage, path: \"#2\", unit: ft}]"));
    for (Path sample : samples()) {
      byte[] whole = Files.readAllBytes(sample);
      byte[] start = Arrays.copyOf(whole, Math.min(whole.length, 6_000));
      for (long seed = 0; seed < 12; seed++) {
        byte[] mutated = mutated(start, new Random(seed));
        for (Mapped feed : feeds) {
          try {
            feed.decode(mutated, Delivery.PLAIN);
          } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(sample + " with seed " + seed, e);
          }
        }
      }
    }
  }

  private static List<Path> samples() throws IOException {
    try (var flood = Files.list(Samples.sample("flood"));
        var things = Files.list(Samples.sample("flood_sensorthings"))) {
      return java.util.stream.Stream.concat(flood, things).sorted().toList();
    }
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(bytes.length - from);
    return random.nextBoolean() ? Arrays.copyOfRange(bytes, from, to) : bytes;
  }
}
