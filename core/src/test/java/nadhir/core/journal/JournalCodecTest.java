package nadhir.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nadhir.core.lane.Lane;
import nadhir.core.sim.JournalLines;
import org.junit.jupiter.api.Test;

class JournalCodecTest {
  private static final JournalCodec LIVE = new JournalCodec(new Lane.Live());

  private static final String FIRST =
      """
      {"v":1,"lane":"live","seq":1,"at":"2026-11-20T12:40:01Z",\
      "actor":{"type":"Actor.House","part":"watch"},"cause":1,\
      "event":{"type":"Input.WatchTaken","member":"node-1","epoch":3}}""";

  @Test
  void aLineIsOneObjectInAFixedOrder() {
    var line = line(FIRST);
    assertEquals(line, JournalLines.block(Head.EMPTY, JournalLines.taken("node-1", 3)).getFirst());
    assertEquals(JournalLines.entry(1, JournalLines.taken("node-1", 3)), LIVE.decode(line));
  }

  /** Calculated with sha256sum: 32 zero bytes, then the text. */
  @Test
  void theHashIsThatOfTheHashBeforeAndTheText() {
    assertEquals(
        "e74ce310b96a0506dd36c853e9f6deda1708e0c3fb9634ba9447388c56ae6b18",
        EntryChain.hash(Head.GENESIS, FIRST));
  }

  @Test
  void anUnknownLevelStopsTheNode() {
    assertBroken(BrokenLink.LEVEL, FIRST.replace("\"v\":1", "\"v\":2"));
    assertBroken(BrokenLink.LEVEL, FIRST.replace("\"v\":1", "\"v\":2,\"more\":[1]"));
    assertBroken(BrokenLink.LEVEL, FIRST.replace("\"v\":1,", ""));
  }

  @Test
  void anUnknownKindOfEventStopsTheNode() {
    assertBroken(BrokenLink.UNREADABLE, FIRST.replace("WatchTaken", "WatchSold"));
  }

  @Test
  void whatIsNoEntryStopsTheNode() {
    for (String text :
        List.of("{\"v\":1", "{\"v\":1}", FIRST.replace("\"cause\":1", "\"cause\":2"))) {
      assertBroken(BrokenLink.UNREADABLE, text);
    }
  }

  @Test
  void anEntryOfAnotherLaneOrPlaceStopsTheNode() {
    assertBroken(BrokenLink.MISPLACED, FIRST.replace("\"live\"", "\"drill:a\""));
    assertBroken(BrokenLink.MISPLACED, FIRST.replace("\"seq\":1,", "\"seq\":2,"));
  }

  @Test
  void aChangedTextDoesNotFitItsHash() {
    var changed = new Line(1, FIRST.replace("node-1", "node-2"), line(FIRST).hash());
    var broken = assertThrows(JournalBroken.class, () -> LIVE.decode(changed, Head.GENESIS));
    assertEquals(BrokenLink.HASH, broken.reason());
    assertEquals(1, broken.seq());
  }

  @Test
  void theReasonNamesTheEntry() {
    var line = new Line(17, FIRST, "");
    var broken = assertThrows(JournalBroken.class, () -> LIVE.decode(line));
    assertTrue(broken.getMessage().startsWith("entry 17: "), broken.getMessage());
  }

  private static void assertBroken(BrokenLink reason, String json) {
    var broken = assertThrows(JournalBroken.class, () -> LIVE.decode(line(json)), json);
    assertEquals(reason, broken.reason(), json);
  }

  private static Line line(String json) {
    return new Line(1, json, EntryChain.hash(Head.GENESIS, json));
  }
}
