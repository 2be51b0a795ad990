package nadhir.core.feed.cap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.id.FeedId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;

/**
 * A CAP message's name as our ids can carry it: what is readable of its identifier, and eight
 * letters that stand for sender and identifier. An identifier is unique with its sender only (CAP
 * 1.2, 3.2.1), and often too long or written with characters that an id must not have.
 */
record CapName(String value) implements Comparable<CapName> {
  /** The scope of names that all feeds share which carry the same message. */
  private static final String SCOPE = "cap";

  private static final int MAX_READABLE = 60;
  private static final int DIGEST_BYTES = 4;

  static CapName of(String sender, String identifier) {
    String readable = identifier.replaceAll("[^A-Za-z0-9._:/-]", "_");
    return new CapName(
        readable.substring(0, Math.min(readable.length(), MAX_READABLE))
            + "."
            + digest(sender + "," + identifier));
  }

  /** The message that a reference {@code sender,identifier,sent} names. */
  static Optional<CapName> referred(String triple) {
    String[] part = triple.split(",", -1);
    return part.length == 3 && !part[0].isBlank() && !part[1].isBlank()
        ? Optional.of(of(part[0].strip(), part[1].strip()))
        : Optional.empty();
  }

  /**
   * The id of the {@code part}th report that a feed made of the message, counted from 0.
   *
   * @throws Refusal when the feed's own name leaves no room
   */
  ReportId report(FeedId feed, int part) throws Refusal {
    String id = feed.value() + ":" + part(part);
    if (!Id.isValid(id)) {
      throw new Refusal(Reason.BAD_ID, "too long: " + id);
    }
    return new ReportId(id);
  }

  /** The same part's name for all feeds. */
  ReportId shared(int part) {
    return new ReportId(SCOPE + ":" + part(part));
  }

  private String part(int part) {
    return part == 0 ? value : value + "/" + part;
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int compareTo(CapName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
