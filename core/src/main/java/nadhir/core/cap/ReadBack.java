package nadhir.core.cap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.alert.Wording;
import nadhir.core.cap.CapDocument.CapArea;
import nadhir.core.cap.CapDocument.Info;
import nadhir.core.geo.Area;
import nadhir.core.lane.Lane;

/**
 * Compares what a document says with what was approved, item by item and without the composer's
 * help: an area lost on the way once told ten million people to flee.
 */
final class ReadBack {
  /** Longer rings are not read by all who get the document. */
  static final int MAX_RING = 100;

  private final List<String> differences = new ArrayList<>();

  private ReadBack() {}

  /** What differs, in words; empty when the document says exactly what was approved. */
  static List<String> differences(IssuedRevision issued, Lane lane, CapDocument document) {
    ReadBack back = new ReadBack();
    back.head(issued, lane, document);
    List<Wording> wordings = CapComposer.own(issued.message().wordings());
    back.same("languages", wordings.size(), document.infos().size());
    for (int i = 0; i < Math.min(wordings.size(), document.infos().size()); i++) {
      back.info(issued, wordings.get(i), document.infos().get(i));
    }
    return back.differences;
  }

  private void same(String what, Object approved, Object written) {
    if (!Objects.equals(approved, written)) {
      differences.add(what + ": approved " + approved + ", written " + written);
    }
  }

  private void head(IssuedRevision issued, Lane lane, CapDocument document) {
    AlertMessage message = issued.message();
    boolean drill = lane instanceof Lane.Drill;
    same("exercise", drill, document.status() == CapDocument.Status.EXERCISE);
    same("actual", !drill, document.status() == CapDocument.Status.ACTUAL);
    same("msgType", message.type().name(), document.msgType().name());
    same("scope", message.scope().name(), document.scope().name());
    same("sent", second(issued.issuedAt()), document.sent());
    same(
        "references",
        issued.earlier().stream().map(e -> second(e.issuedAt())).toList(),
        document.references().stream().map(CapDocument.Reference::sent).toList());
    String note = document.note().orElse("");
    same("note names the exercise", drill, note.contains("Exercise"));
    same(
        "note says that it was an error",
        message.type() == AlertMessage.MsgType.CANCEL,
        note.contains("Sent in error"));
  }

  private void info(IssuedRevision issued, Wording wording, Info info) {
    AlertMessage message = issued.message();
    same("language", wording.language(), info.language());
    same("headline", Optional.of(wording.headline()), info.headline());
    same("text", Optional.of(wording.sms()), info.description());
    same("instruction", Optional.of(wording.instruction()), info.instruction());
    same("category", List.of(message.cap().category()), info.categories());
    same("event", message.cap().event(), info.event());
    same("responseType", message.cap().responseTypes(), info.responseTypes());
    same("urgency", message.cap().urgency(), info.urgency());
    same("severity", message.cap().severity(), info.severity());
    same("certainty", message.cap().certainty(), info.certainty());
    same("expires", Optional.of(second(message.expiresAt())), info.expires());
    same("areas", 1, info.areas().size());
    info.areas().forEach(area -> area(message.area(), area));
  }

  private void area(Area approved, CapArea written) {
    same(
        "polygons",
        approved.polygons().stream().map(Area.Polygon::outer).toList(),
        written.polygons());
    same("circles", approved.circles(), written.circles());
    boolean holes = approved.polygons().stream().anyMatch(p -> !p.holes().isEmpty());
    same("holes, which CAP cannot tell", false, holes);
    boolean tooLong = written.polygons().stream().anyMatch(p -> p.size() > MAX_RING);
    same("rings of more than " + MAX_RING + " places", false, tooLong);
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
