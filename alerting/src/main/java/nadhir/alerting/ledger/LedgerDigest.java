package nadhir.alerting.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import nadhir.alerting.register.Partition;
import nadhir.core.id.AlertId;

/** The fingerprint of a revision's ledger, for the journal. */
public final class LedgerDigest {
  private LedgerDigest() {}

  /**
   * SHA-256 in hexadecimal over the lines {@code recipient|channel|state}, each ended by a line
   * feed, sorted as text.
   */
  public static String of(Ledger ledger, AlertId alert, int revision) {
    var sha256 = sha256();
    IntStream.range(0, Partition.COUNT)
        .mapToObj(partition -> ledger.lines(alert, revision, partition))
        .flatMap(lines -> lines.stream().map(LedgerDigest::text))
        .sorted()
        .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static String text(LedgerLine line) {
    return line.recipient() + "|" + line.channel() + "|" + line.state() + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }
}
