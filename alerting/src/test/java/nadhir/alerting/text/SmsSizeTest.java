package nadhir.alerting.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmsSizeTest {

  record Sample(String number, String language, SmsSize size, String sms) {
    static Sample parse(String line) {
      String[] part = line.split(" \\| ", 6);
      SmsSize size =
          new SmsSize(
              SmsEncoding.valueOf(part[2]), Integer.parseInt(part[3]), Integer.parseInt(part[4]));
      return new Sample(part[0], part[1], size, part[5]);
    }
  }

  static Stream<Sample> samples() throws IOException {
    try (var in = SmsSizeTest.class.getResourceAsStream("sample-texts.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Sample> samples =
          all.lines().filter(l -> !l.startsWith("#")).map(Sample::parse).toList();
      assertEquals(20, samples.size(), "ten texts in two languages");
      return samples.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleTextsTakeWhatWasCountedByHand(Sample sample) {
    assertEquals(sample.size(), SmsSize.of(sample.sms()));
  }

  @ParameterizedTest
  @CsvSource({
    "0,   GSM7, 0,   1",
    "160, GSM7, 160, 1",
    "161, GSM7, 161, 2",
    "306, GSM7, 306, 2",
    "307, GSM7, 307, 3",
  })
  void latinTextsBreakAt160AndThenEvery153(int letters, String encoding, int units, int segments) {
    assertEquals(
        new SmsSize(SmsEncoding.valueOf(encoding), units, segments),
        SmsSize.of("a".repeat(letters)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
  void arabicTextsBreakAt70AndThenEvery67(int letters, int segments) {
    assertEquals(new SmsSize(SmsEncoding.UCS2, letters, segments), SmsSize.of("س".repeat(letters)));
  }

  @Test
  void oneArabicLetterMakesTheWholeTextUcs2() {
    assertEquals(new SmsSize(SmsEncoding.UCS2, 161, 3), SmsSize.of("a".repeat(160) + "س"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "€ 2", "[ 2", "] 2", "{ 2", "} 2", "\\ 2", "^ 2", "~ 2", "`|` 2", "@ 1", "£ 1", "ñ 1",
        "Ω 1", "Ç 1", "à 1"
      })
  void extensionCharactersTakeTwoSeptets(String character, int septets) {
    assertEquals(new SmsSize(SmsEncoding.GSM7, septets, 1), SmsSize.of(character));
  }

  @ParameterizedTest
  @CsvSource({"ç", "`", "’", "“", "–", "á", "ş", "Ğ"})
  void lettersOfNationalTablesAndTypographicMarksAreNotGsm7(String character) {
    assertEquals(SmsEncoding.UCS2, SmsSize.of("a" + character).encoding());
  }

  @Test
  void anEscapeIsNotTornFromItsCharacter() {
    String fits = "a".repeat(153) + "€" + "a".repeat(151);
    assertEquals(new SmsSize(SmsEncoding.GSM7, 306, 2), SmsSize.of(fits));
    String torn = "a".repeat(152) + "€" + "a".repeat(152);
    assertEquals(
        new SmsSize(SmsEncoding.GSM7, 306, 3),
        SmsSize.of(torn),
        "one septet of the first part stays empty");
  }

  @Test
  void aSurrogatePairIsTwoUnitsAndIsNotTorn() {
    assertEquals(new SmsSize(SmsEncoding.UCS2, 70, 1), SmsSize.of("🌊".repeat(35)));
    assertEquals(
        new SmsSize(SmsEncoding.UCS2, 134, 3),
        SmsSize.of("🌊".repeat(67)),
        "33 pairs to a part of 67 units");
  }

  @Test
  void theDefaultAlphabetHas127CharactersBesidesTheEscape() {
    long basic =
        Stream.iterate(0, c -> c + 1).limit(0x1_0000).filter(c -> Gsm7.septets(c) == 1).count();
    long extension =
        Stream.iterate(0, c -> c + 1).limit(0x1_0000).filter(c -> Gsm7.septets(c) == 2).count();
    assertEquals(127, basic);
    assertEquals(10, extension, "nine visible characters and the page break");
  }
}
