package nadhir.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The chain of hashes that makes a changed, lost or added entry visible. */
public final class EntryChain {
  private static final int HASH_BYTES = 32;

  private EntryChain() {}

  /** SHA-256, hex, over the 32 bytes of {@code previous} followed by the UTF-8 of {@code json}. */
  public static String hash(String previous, String json) {
    byte[] before = HexFormat.of().parseHex(previous);
    if (before.length != HASH_BYTES) {
      throw new IllegalArgumentException("a hash has 64 hexadecimal digits, not: " + previous);
    }
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(before);
      return HexFormat.of().formatHex(sha256.digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The head once {@code lines} stand behind {@code head}, written under {@code epoch}. */
  public static Head after(Head head, long epoch, List<Line> lines) {
    return new Head(head.seq() + lines.size(), lines.getLast().hash(), epoch);
  }

  /**
   * Throws {@link IllegalArgumentException} when {@code lines} are not a block that fits behind
   * {@code head}: a mistake of the writer, found before anything is stored.
   */
  public static void checkBlock(Head head, List<Line> lines) {
    if (lines.isEmpty() || lines.size() > Journal.MAX_BLOCK) {
      throw new IllegalArgumentException(
          "a block has 1 to " + Journal.MAX_BLOCK + " lines, not " + lines.size());
    }
    String previous = head.hash();
    long seq = head.seq();
    for (Line line : lines) {
      seq++;
      if (line.seq() != seq || !line.hash().equals(hash(previous, line.json()))) {
        throw new IllegalArgumentException("line " + line.seq() + " does not follow " + (seq - 1));
      }
      previous = line.hash();
    }
  }
}
