package nadhir.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nadhir.core.command.Command;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.journal.JournalVerifier.Verdict;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.report.Observation;
import nadhir.core.risk.Slot;
import nadhir.core.sim.JournalOfLines;
import nadhir.core.sim.SampleValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A journal of format level 1, written once, that every later version must read. A line of it is a
 * hash, a blank and the JSON.
 *
 * <p>{@code mvn -pl core test -Dtest=GoldenJournalTest -Dnadhir.golden=write} appends the kinds of
 * events that do not stand in it yet. What stands there is never changed: where a record changes so
 * that an old line cannot be read, the change needs a format level of its own. (Only before the
 * first release may both files be removed and written anew.)
 */
class GoldenJournalTest {
  private static final Path FILE =
      Path.of("src/test/resources/nadhir/core/journal/golden-1.journal");
  private static final Path HEAD = FILE.resolveSibling("golden-1.head");
  private static final JournalCodec CODEC = new JournalCodec(new Lane.Drill("golden"));
  private static final Instant START = Instant.parse("2026-11-20T12:40:00Z");

  private static List<Line> lines;
  private static Head head;

  @BeforeAll
  static void read() throws IOException {
    if ("write".equals(System.getProperty("nadhir.golden"))) {
      append();
    }
    lines = stored();
    var words = Files.readString(HEAD).strip().split(" ");
    head = new Head(Long.parseLong(words[0]), words[1], 1_000_000);
  }

  @Test
  void itIsUnchanged() {
    assertEquals(
        new Verdict.Whole(head), JournalVerifier.verify(new JournalOfLines(head, lines), CODEC));
  }

  @Test
  void everyLineIsWrittenTodayAsItWasThen() {
    String previous = Head.GENESIS;
    for (Line line : lines) {
      assertEquals(line, CODEC.encode(CODEC.decode(line, previous), previous));
      previous = line.hash();
    }
  }

  @Test
  void everyKindOfEventStandsInIt() {
    for (Class<?> root :
        List.of(
            Event.class,
            Command.class,
            Observation.class,
            HazardDetail.class,
            Slot.class,
            Effect.class,
            EffectResult.class,
            Actor.class)) {
      for (Class<?> kind : SampleValues.kinds(root)) {
        assertTrue(
            lines.stream().anyMatch(line -> line.json().contains(marker(kind))),
            "no entry with " + marker(kind) + ": append one as the comment above says");
      }
    }
  }

  @Test
  void everyKindOfEventComesBackFromItsLine() {
    for (Entry entry : samples(1, START)) {
      assertEquals(entry, CODEC.decode(CODEC.encode(entry, Head.GENESIS)));
    }
  }

  private static String marker(Class<?> kind) {
    return "\"type\":\""
        + kind.getEnclosingClass().getSimpleName()
        + "."
        + kind.getSimpleName()
        + "\"";
  }

  private static List<Entry> samples(long firstSeq, Instant firstAt) {
    var values = new SampleValues();
    var actors = values.of(Actor.class);
    var entries = new ArrayList<Entry>();
    for (Event event : values.of(Event.class)) {
      long seq = firstSeq + entries.size();
      var actor = actors.get(entries.size() % actors.size());
      long cause = event instanceof Input ? seq : Math.max(1, seq - 1);
      entries.add(new Entry(seq, firstAt.plusMillis(250L * entries.size()), actor, cause, event));
    }
    return entries;
  }

  private static List<Line> stored() throws IOException {
    var found = new ArrayList<Line>();
    if (Files.exists(FILE)) {
      for (String line : Files.readAllLines(FILE)) {
        found.add(new Line(found.size() + 1L, line.substring(65), line.substring(0, 64)));
      }
    }
    return found;
  }

  /** Appends each sample whose event, command, observation … has a kind that is not there. */
  private static void append() throws IOException {
    var all = stored();
    var last = all.isEmpty() ? Head.EMPTY : new Head(all.size(), all.getLast().hash(), 0);
    var at = all.isEmpty() ? START : CODEC.decode(all.getLast()).at();
    var before = String.join("\n", all.stream().map(Line::json).toList());
    for (Entry sample : samples(1, at)) {
      var json = CODEC.encode(sample, Head.GENESIS).json();
      if (all.isEmpty() || !types(json).allMatch(before::contains)) {
        long seq = last.seq() + 1;
        var cause = sample.isInput() ? seq : Math.max(1, seq - 1);
        var entry = new Entry(seq, sample.at(), sample.actor(), cause, sample.event());
        var line = CODEC.encode(entry, last.hash());
        Files.writeString(
            FILE,
            line.hash() + " " + line.json() + "\n",
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
        last = new Head(seq, line.hash(), 0);
      }
    }
    Files.writeString(HEAD, last.seq() + " " + last.hash() + "\n");
  }

  private static Stream<String> types(String json) {
    return java.util.regex.Pattern.compile("\"type\":\"[A-Za-z.]+\"")
        .matcher(json)
        .results()
        .map(java.util.regex.MatchResult::group);
  }
}
