package nadhir.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;

/**
 * Entries of one lane as lines and back. A line is one JSON object:
 *
 * <pre>{@code
 * {"v":1,"lane":"live","seq":7,"at":"2026-11-20T12:40:00Z","actor":{…},"cause":6,"event":{…}}
 * }</pre>
 */
public final class JournalCodec {
  /** The format level that this version writes, and the only one that it reads. */
  public static final int LEVEL = 1;

  /** An entry longer than this is a mistake of the desk that made it. */
  public static final int MAX_LINE_CHARS = 1_000_000;

  private final Lane lane;

  public JournalCodec(Lane lane) {
    this.lane = lane;
  }

  public Lane lane() {
    return lane;
  }

  private record Stored(
      int v, String lane, long seq, Instant at, Actor actor, long cause, Event event) {}

  /** The entry as the line behind the one with hash {@code previous}. */
  public Line encode(Entry entry, String previous) {
    String json =
        DomainJson.write(
            new Stored(
                LEVEL,
                lane.key(),
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.cause(),
                entry.event()));
    if (json.length() > MAX_LINE_CHARS) {
      throw new IllegalArgumentException(
          "entry " + entry.seq() + " is longer than " + MAX_LINE_CHARS + " characters");
    }
    return new Line(entry.seq(), json, EntryChain.hash(previous, json));
  }

  /** The entries as the lines that stand behind {@code head}. */
  public List<Line> encode(List<Entry> entries, Head head) {
    var lines = new ArrayList<Line>(entries.size());
    String previous = head.hash();
    for (Entry entry : entries) {
      var line = encode(entry, previous);
      lines.add(line);
      previous = line.hash();
    }
    return lines;
  }

  /** Throws {@link JournalBroken}; does not look at the hash ({@link #decode(Line, String)}). */
  public Entry decode(Line line) {
    var stored = stored(line);
    if (!stored.lane().equals(lane.key())) {
      throw new JournalBroken(
          line.seq(),
          BrokenLink.MISPLACED,
          "belongs to lane " + stored.lane() + ", not to " + lane.key());
    }
    if (stored.seq() != line.seq()) {
      throw new JournalBroken(
          line.seq(), BrokenLink.MISPLACED, "says of itself that it is entry " + stored.seq());
    }
    try {
      return new Entry(stored.seq(), stored.at(), stored.actor(), stored.cause(), stored.event());
    } catch (IllegalArgumentException e) {
      throw new JournalBroken(line.seq(), BrokenLink.UNREADABLE, e.getMessage(), e);
    }
  }

  /** The same, and checks that the line stands behind the one with hash {@code previous}. */
  public Entry decode(Line line, String previous) {
    if (!EntryChain.hash(previous, line.json()).equals(line.hash())) {
      throw new JournalBroken(
          line.seq(), BrokenLink.HASH, "the hash does not fit the text and the entry before");
    }
    return decode(line);
  }

  private static Stored stored(Line line) {
    Stored stored;
    try {
      stored = DomainJson.read(line.json(), Stored.class);
    } catch (DomainJson.Malformed e) {
      throw level(line) == LEVEL
          ? new JournalBroken(line.seq(), BrokenLink.UNREADABLE, e.getMessage(), e)
          : unknownLevel(line);
    }
    if (stored.v() != LEVEL) {
      throw unknownLevel(line);
    }
    return stored;
  }

  private static JournalBroken unknownLevel(Line line) {
    return new JournalBroken(
        line.seq(),
        BrokenLink.LEVEL,
        "is of format level " + level(line) + ", and this version reads " + LEVEL);
  }

  /** The level alone, of a line that is not understood otherwise; 0 when it has none. */
  private static int level(Line line) {
    try {
      return DomainJson.mapper().readTree(line.json()).path("v").asInt(0);
    } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
      return LEVEL;
    }
  }
}
