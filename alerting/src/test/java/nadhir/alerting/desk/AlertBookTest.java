package nadhir.alerting.desk;

import static nadhir.alerting.desk.DeskPlay.AP;
import static nadhir.alerting.desk.DeskPlay.flood;
import static nadhir.core.risk.ApprovalPolicy.AUTOMATIC;
import static nadhir.core.risk.ApprovalPolicy.TWO_PEOPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.IssuedRevision.Earlier;
import nadhir.core.id.AlertId;
import org.junit.jupiter.api.Test;

class AlertBookTest {
  private static final AlertId ALERT = new AlertId("alert-1");

  private static DeskPlay twoIssuedOnePending() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", AUTOMATIC, "17:15", "shamiya"));
    play.at("15:30").reassessed(flood("ass-1", TWO_PEOPLE, "17:20", "shamiya"));
    play.at("15:31").cancels(AP, "alert-1").approves(AP, "alert-1", 3);
    return play;
  }

  private static void knowsWhatWentOut(AlertBook book, DeskPlay play) {
    assertEquals(3, book.newest(ALERT));
    assertEquals(Optional.empty(), book.find(ALERT, 2), "it was replaced");
    var cancel = book.find(ALERT, 3).orElseThrow();
    assertEquals(MsgType.CANCEL, cancel.message().type());
    assertEquals(List.of(new Earlier(1, DeskPlay.START)), cancel.earlier());
    assertEquals(play.now(), cancel.issuedAt());
    assertEquals(0, book.newest(new AlertId("alert-9")));
  }

  @Test
  void issuedRevisionsAreKnownWithThoseBeforeThem() {
    DeskPlay play = twoIssuedOnePending();
    AlertBook book = new AlertBook();
    play.entries.forEach(book::fold);
    play.entries.forEach(book::fold);
    knowsWhatWentOut(book, play);
  }

  @Test
  void aSnapshotKnowsTheSame() {
    DeskPlay play = twoIssuedOnePending();
    AlertBook book = new AlertBook();
    book.restore(play.desk.snapshot());
    knowsWhatWentOut(book, play);
  }
}
