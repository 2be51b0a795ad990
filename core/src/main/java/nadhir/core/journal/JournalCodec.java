package nadhir.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;

/**
 * Turns the entries of one lane into lines, chained by hash, and back.
 *
 * <p>A line is {@code {"v":1,"lane":…,"seq":…,"at":…,"actor":…,"cause":…,"event":…}}; its hash is
 * SHA-256 over the 32 bytes of the hash before it and the UTF-8 bytes of the line. A line of an
 * unknown kind, level or lane, or with another hash, is never skipped: it stops the reader.
 */
public final class JournalCodec {
  /** The format level that is written. */
  public static final int LEVEL = 1;

  private final Lane lane;

  public JournalCodec(Lane lane) {
    this.lane = lane;
  }

  /** A line that cannot be an entry of this journal. */
  public static final class BrokenLine extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long seq;

    BrokenLine(long seq, String reason, Throwable cause) {
      super("journal line " + seq + ": " + reason, cause);
      this.seq = seq;
    }

    public long seq() {
      return seq;
    }
  }

  private record Stored(
      int v, String lane, long seq, Instant at, Actor actor, long cause, Event event) {}

  public Lane lane() {
    return lane;
  }

  /** Lines for {@code entries}, the first chained to {@code previousHash}. */
  public List<Line> seal(String previousHash, List<Entry> entries) {
    List<Line> lines = new ArrayList<>(entries.size());
    String hash = previousHash;
    for (Entry e : entries) {
      String json =
          DomainJson.write(
              new Stored(LEVEL, lane.key(), e.seq(), e.at(), e.actor(), e.cause(), e.event()));
      hash = hash(hash, json);
      lines.add(new Line(e.seq(), json, hash));
    }
    return lines;
  }

  /** The entry of a line that follows {@code previousHash}; throws {@link BrokenLine}. */
  public Entry open(String previousHash, Line line) {
    if (!hash(previousHash, line.json()).equals(line.hash())) {
      throw new BrokenLine(line.seq(), "its hash does not follow from the line before", null);
    }
    Stored stored;
    try {
      stored = DomainJson.read(line.json(), Stored.class);
    } catch (DomainJson.Malformed e) {
      throw new BrokenLine(line.seq(), e.getMessage(), e);
    }
    if (stored.v != LEVEL || stored.seq != line.seq() || !stored.lane.equals(lane.key())) {
      throw new BrokenLine(
          line.seq(),
          "it says level %d, lane %s, seq %d".formatted(stored.v, stored.lane, stored.seq),
          null);
    }
    return new Entry(stored.seq, stored.at, stored.actor, stored.cause, stored.event);
  }

  /** SHA-256 over the hash before (as bytes) and the line. */
  static String hash(String previousHash, String json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(previousHash));
      digest.update(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
