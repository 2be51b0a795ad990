package nadhir.core.feed.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.report.HazardReport.Status;

/**
 * The head of a CAP alert.
 *
 * @param status Actual, or a test: Exercise and Test are for somebody's exercise or equipment and
 *     must never open a hazard, but they show that the source can be heard
 * @param references the earlier messages that it replaces or takes back
 * @param badReferences what stands among the references and names no message
 * @param signed there is an XML signature in it
 */
record CapAlert(
    CapName name,
    String sender,
    Instant sent,
    Status status,
    Kind kind,
    List<CapName> references,
    List<String> badReferences,
    String note,
    boolean signed,
    List<XmlElement> infos) {
  /** References beyond this, good or bad, are not looked at. */
  static final int MAX_REFERENCES = 40;

  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

  CapAlert {
    references = references.stream().distinct().toList();
    badReferences = List.copyOf(badReferences);
    infos = List.copyOf(infos);
  }

  /** CAP msgType, as far as it speaks of hazards. */
  enum Kind {
    ALERT,
    UPDATE,
    CANCEL
  }

  static CapAlert read(XmlElement alert) throws Refusal {
    String identifier =
        CapWords.find(alert, "identifier")
            .orElseThrow(() -> new Refusal(Reason.NO_ID, "the alert has no identifier"));
    String sender = CapWords.need(alert, "sender");
    Instant sent =
        time(alert, "sent")
            .orElseThrow(() -> new Refusal(Reason.NO_TIME, "the alert was sent at no time"));
    Status status = status(CapWords.need(alert, "status"));
    Kind kind = kind(CapWords.need(alert, "msgType"));
    CapWords.scope(alert);
    List<CapName> references = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    for (String triple : CapLists.items(CapWords.find(alert, "references").orElse(""))) {
      if (references.size() < MAX_REFERENCES && bad.size() < MAX_REFERENCES) {
        CapName.referred(triple).ifPresentOrElse(references::add, () -> bad.add(triple));
      }
    }
    CapName name = CapName.of(sender, identifier);
    references.removeIf(name::equals); // sources that reuse an identifier refer to themselves
    return new CapAlert(
        name,
        Texts.title(sender),
        sent,
        status,
        kind,
        references,
        bad,
        Texts.title(CapWords.find(alert, "note").orElse("")),
        !alert.all(SIGNATURE, "Signature").isEmpty(),
        alert.all("info"));
  }

  /** With an offset from UTC; {@code -00:00} is how CAP writes UTC itself (CAP 1.2, 3.3.2). */
  static Optional<Instant> time(XmlElement parent, String name) throws Refusal {
    Optional<String> text = CapWords.find(parent, name);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Texts.iso(text.get().replaceFirst("-00:00$", "Z")));
  }

  private static Status status(String code) throws Refusal {
    return switch (code) {
      case "Actual" -> Status.ACTUAL;
      case "Exercise", "Test" -> Status.TEST;
      case "System", "Draft" -> throw new Refusal(Reason.NO_HAZARD, "its status is " + code);
      case String _ -> throw CapWords.unknown("status", code);
    };
  }

  private static Kind kind(String code) throws Refusal {
    return switch (code) {
      case "Alert" -> Kind.ALERT;
      case "Update" -> Kind.UPDATE;
      case "Cancel" -> Kind.CANCEL;
      case "Ack", "Error" -> throw new Refusal(Reason.NO_HAZARD, "its msgType is " + code);
      case String _ -> throw CapWords.unknown("msgType", code);
    };
  }
}
