package nadhir.core.cap;

import static nadhir.core.cap.CapExample.ALERT;
import static nadhir.core.cap.CapExample.AMMAN;
import static nadhir.core.cap.CapExample.LIVE;
import static nadhir.core.cap.CapExample.SQUARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.IssuedAlerts;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishCapTest {
  private final InMemoryCapStore store = new InMemoryCapStore();

  private static IssuedAlerts knows(IssuedRevision issued) {
    return new IssuedAlerts() {
      @Override
      public Optional<IssuedRevision> find(AlertId alert, int revision) {
        return issued.message().revision() == revision ? Optional.of(issued) : Optional.empty();
      }

      @Override
      public int newest(AlertId alert) {
        return issued.message().revision();
      }
    };
  }

  private EffectResult publish(IssuedRevision issued, CapStore to) throws InterruptedException {
    var handler =
        new PublishCap(knows(issued), CapExample.composer(LIVE), LIVE, AMMAN, to, () -> true);
    return handler.run(
        new EffectId("eff-1"), new Effect.PublishCap(ALERT, issued.message().revision()), 1);
  }

  @Test
  void whatWasIssuedIsKeptOnceAndARepeatIsHarmless() throws InterruptedException {
    var published =
        assertInstanceOf(EffectResult.Published.class, publish(CapExample.issued(), store));
    assertEquals("aqaba.live.alert-21.1", published.identifier());
    String kept = store.find(ALERT, 1).orElseThrow();
    assertEquals(
        CapWriter.write(CapExample.composer(LIVE).compose(CapExample.issued()), AMMAN), kept);
    assertEquals(published, publish(CapExample.issued(), store));
    assertEquals(kept, store.find(ALERT, 1).orElseThrow());
  }

  @Test
  void nothingIsPublishedThatWasNotIssued() throws InterruptedException {
    var handler =
        new PublishCap(
            knows(CapExample.issued()), CapExample.composer(LIVE), LIVE, AMMAN, store, () -> true);
    var failed =
        assertInstanceOf(
            EffectResult.Failed.class,
            handler.run(new EffectId("eff-1"), new Effect.PublishCap(ALERT, 2), 1));
    assertEquals("not-issued", failed.reason());
  }

  @Test
  void anotherDocumentUnderTheNumberIsNotOverwritten() throws InterruptedException {
    store.keep(ALERT, 1, "<other/>");
    var failed = assertInstanceOf(EffectResult.Failed.class, publish(CapExample.issued(), store));
    assertEquals("differs", failed.reason());
    assertEquals(Optional.of("<other/>"), store.find(ALERT, 1));
  }

  @Test
  void anAreaThatCapCannotTellKeepsTheDocumentBack() throws InterruptedException {
    List<LatLon> outer = SQUARE.polygons().getFirst().outer();
    Area holed = new Area(List.of(new Area.Polygon(outer, List.of(outer))), List.of());
    List<LatLon> corners = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      corners.add(new LatLon(29 + i / 1000.0, 35 + (i % 2) / 1000.0));
    }
    corners.add(corners.getFirst());
    for (Area area : List.of(holed, Area.polygon(corners))) {
      var issued = CapExample.issued(MsgType.ALERT, Scope.PUBLIC, area, Optional.empty());
      var failed = assertInstanceOf(EffectResult.Failed.class, publish(issued, store));
      assertEquals("read-back", failed.reason());
      assertEquals(Optional.empty(), store.find(ALERT, 4));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polygons     | <polygon>[^<]*</polygon>",
        "polygons     | 35.031234567",
        "text         | 911</description>",
        "languages    | (?s)<info><language>en.*?</info>",
        "references   | <references>[^<]*</references>",
        "note says that it was an error | <note>[^<]*</note>",
        "instruction  | <instruction>[^<]*</instruction>",
        "expires      | <expires>[^<]*</expires>",
        "responseType | <responseType>[^<]*</responseType>",
      })
  void whatIsLostOnTheWayIsNoticed(String what, String piece) {
    var issued =
        CapExample.issued(MsgType.CANCEL, Scope.PUBLIC, SQUARE, Optional.of("Sent in error"));
    String xml = CapWriter.write(CapExample.composer(LIVE).compose(issued), AMMAN);
    String lossy =
        piece.equals("35.031234567")
            ? xml.replace(piece, "35.0312")
            : xml.replaceFirst(piece, piece.equals("911</description>") ? "</description>" : "");
    assertTrue(!lossy.equals(xml), piece);
    var read = assertInstanceOf(CapRead.Ok.class, CapReader.read(lossy));
    var differences = ReadBack.differences(issued, LIVE, read.document());
    assertTrue(differences.getFirst().startsWith(what), differences::toString);
  }

  @Test
  void anExerciseIsNoticedInALiveLaneAndTheOtherWayRound() {
    var drill = CapExample.composer(CapExample.DRILL).compose(CapExample.issued());
    assertEquals(
        List.of(
            "exercise: approved false, written true",
            "actual: approved true, written false",
            "note names the exercise: approved false, written true"),
        ReadBack.differences(CapExample.issued(), LIVE, drill));
  }

  @Test
  void aStoreThatIsAwayIsTriedAgainAndGivenUpAtLast() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CapStore flaky =
        new CapStore() {
          @Override
          public String keep(AlertId alert, int revision, String xml) {
            if (tries.incrementAndGet() < 3) {
              throw new IllegalStateException("away");
            }
            return store.keep(alert, revision, xml);
          }

          @Override
          public Optional<String> find(AlertId alert, int revision) {
            return store.find(alert, revision);
          }
        };
    assertInstanceOf(EffectResult.Published.class, publish(CapExample.issued(), flaky));
    tries.set(-100);
    var failed = assertInstanceOf(EffectResult.Failed.class, publish(CapExample.issued(), flaky));
    assertEquals(new EffectResult.Failed("store", "away"), failed);
    assertEquals(PublishCap.MAX_TRIES, tries.get() + 100);
  }

  @Test
  void aMemberThatStopsLeavesTheEffectToTheNext() {
    CapStore away =
        new CapStore() {
          @Override
          public String keep(AlertId alert, int revision, String xml) {
            throw new IllegalStateException("away");
          }

          @Override
          public Optional<String> find(AlertId alert, int revision) {
            return Optional.empty();
          }
        };
    var handler =
        new PublishCap(
            knows(CapExample.issued()), CapExample.composer(LIVE), LIVE, AMMAN, away, () -> false);
    assertThrows(
        InterruptedException.class,
        () -> handler.run(new EffectId("eff-1"), new Effect.PublishCap(ALERT, 1), 1));
  }
}
