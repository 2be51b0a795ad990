package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.report.HazardReport;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void controlCharactersBecomeBlanks() {
    assertEquals("Red Sea trough", Texts.title(" Red\nSea\ttrough "));
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsLeftOut() {
    for (int c = 0x2028; c <= 0x2070; c++) {
      boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
      String text = "a" + Character.toString(c) + "b";
      assertEquals(turns ? "ab" : text, Texts.title(text), Integer.toHexString(c));
    }
    assertEquals("تحذير 15:00", Texts.title("\u2067تحذير \u206615:00\u2069\u2069"));
  }

  @Test
  void theMarksThatSettleOnePlaceStay() {
    assertEquals("a\u200E\u200F\u061Cb", Texts.title("a\u200E\u200F\u061Cb"));
  }

  @Test
  void itIsCutToWhatAReportHoldsWithoutCuttingALetterInTwo() {
    String letters = "x".repeat(HazardReport.MAX_TITLE - 1) + "\uD83C\uDF0A";
    assertEquals("x".repeat(HazardReport.MAX_TITLE - 1), Texts.title(letters));
    String turned = "\u202E" + "x".repeat(HazardReport.MAX_TITLE);
    assertEquals("x".repeat(HazardReport.MAX_TITLE), Texts.title(turned));
  }
}
