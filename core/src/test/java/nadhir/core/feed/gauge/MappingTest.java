package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The mapping of {@code site.yaml}: what it can say, and every way to get it wrong. */
class MappingTest {
  private static final String CSV =
      """
      gauge: Y1
      time: t
      quantities:
        - {is: stage, path: s, unit: m}
      """;

  private static final String JSON =
      """
      shapes:
        - items: "[]"
      gauge: {path: g}
      time: t
      quantities:
        - {is: stage, path: s, unit: m}
      """;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        json(
            "- items: \"[]\"",
            "- items: a//b",
            "2: 'a//b' is no path: names parted by /, none of them empty"),
        json(
            "- items: \"[]\"",
            "- items: a/[]/b",
            "2: a path to items ends in [] or {}, or has none of them"),
        json(
            "- items: \"[]\"",
            "- items: a/[]/{}",
            "2: members of an object ({}) can be the outermost items only"),
        json(
            "- items: \"[]\"",
            "- has: x",
            "2: 'items' is missing: where the items are, such as value/[] ('.' for a single one)"),
        json(
            "- items: \"[]\"",
            "- {items: \"[]\", has: [a/]}",
            "2: 'a/' is no path: names parted by /, none of them empty"),
        json(
            "gauge: {path: g}",
            "gauge: a b",
            "3: an id is 1 to 120 of A-Z a-z 0-9 . _ : / -; a place is {path: …}"),
        json(
            "gauge: {path: g}",
            "gauge: {path: ../g}",
            "3: '../g' goes up too far: the items stand in 0 others; from the document's beginning a path starts with /"),
        json(
            "gauge: {path: g}",
            "gauge: {path: a/../b}",
            "3: 'a/../b' is no path: names parted by /, none of them empty"),
        json(
            "gauge: {path: g}",
            "gauge: {path: '@topic/0'}",
            "3: '@topic/0' is no place: a topic is @topic, its second level @topic/2"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g, match: '(a'}",
            "3: '(a' is no regular expression: Unclosed group"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g, match: '(a)(b)'}",
            "3: one group at most in '(a)(b)'"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g, mtch: x}",
            "3: unknown key 'mtch', did you mean 'match'?"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g}\ngauges: {a: a b}",
            "4: GaugeId must be 1 to 120 of A-Z a-z 0-9 . _ : / - but is 'a b'"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g}\ngauges: {a: {id: Y1, unit: m}}",
            "4: a unit needs 'is': of what"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g}\ngauges: {a: {id: Y1, is: stage, unit: mm/h}}",
            "4: 'mm/h' is no unit of stage; there are [cm, ft, m, mm]"),
        json(
            "gauge: {path: g}",
            "gauge: {path: g}\ngauges: {a: {id: Y1, is: level}}",
            "4: 'level' is none of stage, flow, rain, rain-total"),
        json(
            "time: t",
            "time: {path: t, format: yyyy-MM-bb}",
            "4: 'yyyy-MM-bb' is none of iso, epoch-s, epoch-ms, and no pattern such as uuuu-MM-dd HH:mm"),
        json(
            "time: t",
            "time: {path: t, format: iso8601}",
            "4: 'iso8601' is none of iso, epoch-s, epoch-ms, and no pattern such as uuuu-MM-dd HH:mm"),
        json(
            "time: t",
            "time: {path: t, format: uuuu-MM-dd HH:mm z}",
            "4: names of zones (z, v, V) mean different things to different people: leave them out of the pattern and list them under 'abbreviations'"),
        json(
            "time: t",
            "time: {path: t, zone: Asia/Aman}",
            "4: 'Asia/Aman' is no time zone such as Asia/Amman or +03:00, did you mean 'Asia/Amman'?"),
        json(
            "time: t",
            "time: {path: t, abbreviations: {EST: five}}",
            "4: an abbreviation means an offset such as \"-05:00\""),
        json(
            "time: t",
            "time: {path: t, overlap: first}",
            "4: 'first' is none of nearest, earlier, later, reject"),
        json("quantities:", "quantitys:", "5: unknown key 'quantitys', did you mean 'quantities'?"),
        json(
            "is: stage",
            "is: stag",
            "6: 'stag' is none of stage, flow, rain, rain-total, did you mean 'stage'?"),
        json(
            "is: stage",
            "is: flow",
            "6: 'm' is no unit of flow; there are [cfs, cumecs, ft3/s, l/s, m3/s]"),
        json(
            "is: stage",
            "is: stage, over: 5 min",
            "6: only 'rain' falls over some time; a rain-total tells it by itself"),
        json(
            "is: stage",
            "is: stage, wrapsAt: 5",
            "6: only a rain-total runs over, at more than 0 mm"),
        json("is: stage", "is: stage, least: 5, most: 2", "6: 'least' lies above 'most'"),
        json(
            "is: stage",
            "is: stage, when: x",
            "6: a condition is a map with 'path', and 'is' or 'match'"),
        json(
            "is: stage",
            "is: stage, when: {path: x}",
            "6: a condition needs 'is' (a word or a list of them) or 'match'"),
        json("path: s, ", "", "6: 'path' is missing: where it stands"),
        json(", unit: m", "", "6: 'unit' is missing: one of [cm, ft, m, mm], or where it stands"),
        json("unit: m", "unit: in", "6: 'in' is no unit of stage; there are [cm, ft, m, mm]"),
        json(
            "unit: m",
            "unit: {path: u, is: {metre: metre}}",
            "6: 'metre' is no unit of stage; there are [cm, ft, m, mm]"),
        json(
            "- {is: stage, path: s, unit: m}",
            "- {is: rain, path: s, unit: mm}",
            "6: 'over' is missing: the time in which the rain fell, such as 15 min"),
        json(
            "- {is: stage, path: s, unit: m}",
            "- {is: rain, path: s, unit: mm, over: 25 h}",
            "6: rain falls over more than 0 s and at most 24 h"),
        json(
            "- {is: stage, path: s, unit: m}",
            "- {is: rain, path: s, unit: mm, over: {otherwise: 5 min}}",
            "6: 'over' needs 'path', or 'neighbours: true', or is a time span itself"),
        json(
            "- {is: stage, path: s, unit: m}",
            "- {is: rain, path: s, unit: mm, over: {neighbours: true}}",
            "6: 'over' needs 'otherwise': what a value without neighbours covers"),
        json(
            "- {is: stage, path: s, unit: m}",
            "- stage",
            "6: a quantity is a map with 'is', 'path' and 'unit'"),
        json(
            "time: t",
            "time: t\nnumbers: 1.5",
            "5: '1.5' is none of 1234.5, \"1,234.5\", \"1234,5\", \"1.234,5\""),
        json(
            "time: t",
            "time: t\nflags: [E]",
            "5: 'flags' is a map with 'path', 'unusable', 'estimates'"),
        csv(
            "time: t",
            "time: t\ncsv: {delimiter: ab}",
            "3: a delimiter is one character such as , or ; or the word tab"),
        csv(
            "time: t",
            "time: t\ncsv: {quote: ab}",
            "3: a quote is one character, or the word none"),
        csv("time: t", "time: t\ncsv: {skip: 101}", "3: a number of lines, 0 to 100"),
        csv(
            "time: t",
            "time: t\ncsv: {charset: utf-9}",
            "3: 'utf-9' is no character set such as UTF-8 or windows-1256"),
        csv(
            "time: t",
            "time: t\ncsv: {header: false}",
            "2: 't' names a column, but there is no header: write #1, #2, …\n5: 's' names a column, but there is no header: write #1, #2, …"));
  }

  private static Arguments json(String from, String to, String mistake) {
    return Arguments.of("gauge-json", JSON.replace(from, to), mistake);
  }

  private static Arguments csv(String from, String to, String mistake) {
    return Arguments.of("gauge-csv", CSV.replace(from, to), mistake);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldWithItsLine(String format, String options, String mistake) {
    String told = Mapped.mistakes(format, options);
    assertEquals(mistake, told);
  }
}
