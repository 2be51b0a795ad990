package nadhir.ops.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.Journal;
import nadhir.core.sim.JournalLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  private List<String> lines(String name) {
    return metrics.scrape().lines().filter(l -> l.startsWith(name)).sorted().toList();
  }

  @Test
  void eachValueStandsUnderItsNameAndLabels() {
    metrics.command("AlertCommand.Approve", "own-proposal");
    metrics.command("AlertCommand.Approve", "own-proposal");
    metrics.rejected("usgs", "UNREADABLE", 3);
    metrics.feed("live", "usgs", FeedHealth.GREY);
    metrics.feed("live", "ais", FeedHealth.UNKNOWN);
    metrics.deliveries("live", Channel.SMS, DeliveryState.DELIVERED, 12);
    metrics.watch("live", true, false, 77);
    metrics.followers("live", 3);
    metrics.followerDropped("live");
    assertEquals(
        List.of("nadhir_commands_total{answer=\"own-proposal\",type=\"AlertCommand.Approve\"} 2.0"),
        lines("nadhir_commands"));
    assertEquals(
        List.of("nadhir_feed_rejected_total{feed=\"usgs\",reason=\"UNREADABLE\"} 3.0"),
        lines("nadhir_feed_rejected"));
    assertEquals(
        List.of(
            "nadhir_feed_up{feed=\"ais\",lane=\"live\"} NaN",
            "nadhir_feed_up{feed=\"usgs\",lane=\"live\"} 0.0"),
        lines("nadhir_feed_up"));
    assertEquals(
        List.of("nadhir_deliveries{channel=\"sms\",lane=\"live\",state=\"delivered\"} 12.0"),
        lines("nadhir_deliveries"));
    assertEquals(List.of("nadhir_watch_kept{lane=\"live\"} 1.0"), lines("nadhir_watch_kept"));
    assertEquals(List.of("nadhir_store_away{lane=\"live\"} 0.0"), lines("nadhir_store_away"));
    assertEquals(List.of("nadhir_journal_head{lane=\"live\"} 77.0"), lines("nadhir_journal_head"));
    assertEquals(List.of("nadhir_sse_followers{lane=\"live\"} 3.0"), lines("nadhir_sse_followers"));
    assertEquals(
        List.of("nadhir_sse_dropped_total{lane=\"live\"} 1.0"), lines("nadhir_sse_dropped"));
  }

  @Test
  void aGaugeShowsItsLastValue() {
    for (int i = 0; i < 5; i++) {
      metrics.followers("live", i);
    }
    assertEquals(List.of("nadhir_sse_followers{lane=\"live\"} 4.0"), lines("nadhir_sse_followers"));
  }

  @Test
  void aLaneThatIsOverIsForgottenAndMayComeAgain() {
    metrics.watch("drill:a", true, false, 5);
    metrics.watch("drill:ab", true, false, 6);
    metrics.forget("drill:a");
    assertEquals(
        List.of("nadhir_journal_head{lane=\"drill:ab\"} 6.0"), lines("nadhir_journal_head"));
    metrics.watch("drill:a", true, false, 7);
    assertTrue(lines("nadhir_journal_head").contains("nadhir_journal_head{lane=\"drill:a\"} 7.0"));
  }

  @Test
  void onlyAppendsThatAreOnDiskAreTimed() {
    var inner = new InMemoryJournal();
    var journal = new TimedJournal(inner, "live", metrics);
    var block = JournalLines.block(Head.EMPTY, 3, "a");
    assertInstanceOf(Journal.Append.Durable.class, journal.append(Head.EMPTY, 1, block));
    assertEquals(3, journal.head().seq());
    assertEquals(3, journal.read(1, 10).size());
    inner.goAway();
    journal.append(journal(inner), 1, JournalLines.block(journal(inner), 1, "b"));
    assertEquals(
        List.of("nadhir_journal_append_seconds_count{lane=\"live\"} 1"),
        lines("nadhir_journal_append_seconds_count"));
  }

  private static Head journal(InMemoryJournal inner) {
    inner.comeBack();
    Head head = inner.head();
    inner.goAway();
    return head;
  }

  @Test
  void theMachineItselfIsMeasured() {
    assertFalse(lines("jvm_memory_used_bytes").isEmpty());
    metrics.appended("live", Duration.ofMillis(7));
    assertFalse(lines("nadhir_journal_append_seconds{").isEmpty());
  }
}
