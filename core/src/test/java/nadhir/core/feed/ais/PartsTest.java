package nadhir.core.feed.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.Decoded;
import org.junit.jupiter.api.Test;

/** Messages of two parts, in all the orders in which a receiver can give them. */
class PartsTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String FIRST =
      "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C";
  private static final String LAST = "!AIVDM,2,2,1,A,88888888880,2*25";
  private static final String OTHER = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";

  private final AisDecoder decoder = new AisDecoder();
  private final List<String> said = new ArrayList<>();

  @Test
  void inOrderWithAnotherMessageBetween() {
    take(AT, FIRST, OTHER, LAST);
    assertEquals(List.of("1", "5"), said);
  }

  @Test
  void theLastPartFirstIsAnOrphanAndSoIsTheFirst() {
    take(AT, LAST, FIRST);
    decoder.finish().forEach(this::note);
    assertEquals(List.of("ORPHAN_PART", "ORPHAN_PART"), said);
  }

  @Test
  void aFirstPartTwiceIsOneMessageAndOneOrphan() {
    take(AT, FIRST, FIRST, LAST);
    assertEquals(List.of("ORPHAN_PART", "5"), said);
  }

  @Test
  void afterThirtySecondsNobodyWaitsAnyMore() {
    take(AT, FIRST);
    take(AT.plusSeconds(31), LAST);
    assertEquals(List.of("ORPHAN_PART", "ORPHAN_PART"), said);
  }

  @Test
  void tooManyThatWaitCostTheOldest() {
    for (int i = 0; i < Parts.MAX_WAITING + 1; i++) {
      take(AT, sealed("!AIVDM,2,1," + i % 10 + "," + (char) ('A' + i / 10) + ",55?MbV02;H;s<H,0"));
    }
    assertEquals(List.of("ORPHAN_PART"), said);
    assertEquals(Parts.MAX_WAITING, decoder.finish().size());
  }

  @Test
  void tagBlocksTimesInFrontAndTwoSentencesOnALineAreUnderstood() {
    take(AT, "\\g:1-2-27300,n:636994,s:b003669710,c:1428621738*5F\\" + FIRST + " " + LAST);
    take(AT, "2026-11-20 12:00:00 " + OTHER + ",r003669945,1085889680");
    assertEquals(List.of("5", "1"), said);
  }

  @Test
  void aStreamMayEndInTheMiddleOfAMessageAndGoOnInTheNextPiece() {
    take(AT, FIRST);
    take(AT.plusSeconds(1), LAST);
    assertEquals(List.of("5"), said);
  }

  private void take(Instant at, String... lines) {
    byte[] raw = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    decoder.decode(raw, at).forEach(this::note);
  }

  private void note(Decoded d) {
    said.add(
        switch (d) {
          case Decoded.Heard(var m) -> "" + m.messageType();
          case Decoded.Linked _ -> "linked";
          case Decoded.Rejected(var reason, _, _) -> reason.name();
          case Decoded.Ok(var report) -> report.toString();
        });
  }

  private static String sealed(String sentence) {
    int sum = 0;
    for (int i = 1; i < sentence.length(); i++) {
      sum ^= sentence.charAt(i);
    }
    return String.format("%s*%02X", sentence, sum);
  }
}
