package nadhir.alerting.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import nadhir.alerting.register.Partition;
import nadhir.core.id.AlertId;

/** The fingerprint of a revision's ledger, for the journal. */
public final class LedgerDigest {
  private LedgerDigest() {}

  /**
   * SHA-256 in hexadecimal over the lines {@code recipient|channel|state}, each ended by a line
   * feed, sorted as text. Waits while the ledger is away.
   */
  public static String of(Ledger ledger, Patience patience, AlertId alert, int revision)
      throws InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      int p = partition;
      patience.ask(() -> ledger.lines(alert, revision, p)).forEach(line -> lines.add(text(line)));
    }
    Collections.sort(lines);
    var sha256 = sha256();
    lines.forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
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
