package nadhir.core.feed.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/** Makes the reports of one feed's alerts, as {@link CapDecoder} says. */
final class CapReports {
  /** Reports of one alert; an alert with more is no longer about one thing. */
  static final int MAX_PARTS = 100;

  private final EventTypes types;
  private final Lineage lineage = new Lineage();

  CapReports(EventTypes types) {
    this.types = types;
  }

  /** What one alert became: its reports, and whatever of it could not be used. */
  List<Decoded> of(XmlElement alert, CapSource source) {
    Set<Decoded> all = new LinkedHashSet<>();
    try {
      CapAlert head = CapAlert.read(alert);
      if (head.signed()) {
        all.add(rejected(head, new Refusal(Reason.SIGNATURE_UNCHECKED, "signed")));
      }
      for (String reference : head.badReferences()) {
        all.add(rejected(head, new Refusal(Reason.BAD_REFERENCE, "'" + reference + "'")));
      }
      var laterOne = lineage.supersededBy(head.name());
      if (laterOne.isPresent()) {
        throw new Refusal(Reason.SUPERSEDED, "by " + laterOne.get());
      }
      switch (head.kind()) {
        case ALERT, UPDATE -> state(head, source, all);
        case CANCEL -> cancel(head, source, all);
      }
    } catch (Refusal e) {
      all.add(e.rejected(alert.said("identifier").orElse("an alert without identifier")));
    }
    return List.copyOf(all);
  }

  private static Decoded.Rejected rejected(CapAlert alert, Refusal refusal) {
    return refusal.rejected(alert.name().value());
  }

  private void state(CapAlert alert, CapSource source, Set<Decoded> all) throws Refusal {
    if (alert.infos().isEmpty()) {
      throw new Refusal(Reason.NO_HAZARD, "the alert has no 'info'");
    }
    Parts parts = parts(alert);
    Map<Integer, HazardTypeId> told = new TreeMap<>();
    for (int part = 0; part < parts.infos.size(); part++) {
      CapInfo info = parts.infos.get(part);
      info.area().doubts().forEach(doubt -> all.add(rejected(alert, doubt)));
      if (info.area().isElsewhere()) {
        all.add(rejected(alert, new Refusal(Reason.ELSEWHERE, "'" + info.headline() + "'")));
      } else {
        all.add(new Decoded.Ok(info.report(source, alert, part)));
        told.put(part, info.type());
      }
    }
    parts.refused.forEach(refusal -> all.add(rejected(alert, refusal)));
    if (alert.status() == Status.ACTUAL) {
      lineage.told(alert.name(), told);
      for (CapName earlier : alert.references()) {
        lineage.supersede(earlier, alert.name());
        if (parts.complete) {
          withdrawVanished(alert, earlier, told, source, all);
        }
      }
    }
  }

  /** What an update no longer speaks of is over. */
  private void withdrawVanished(
      CapAlert alert,
      CapName earlier,
      Map<Integer, HazardTypeId> now,
      CapSource source,
      Set<Decoded> all)
      throws Refusal {
    for (var part : lineage.parts(earlier).entrySet()) {
      if (!part.getValue().equals(now.get(part.getKey()))) {
        all.add(takenBack(alert, earlier, part.getKey(), part.getValue(), source));
      }
    }
  }

  private void cancel(CapAlert alert, CapSource source, Set<Decoded> all) throws Refusal {
    if (alert.references().isEmpty()) {
      throw new Refusal(Reason.BAD_REFERENCE, "it cancels nothing");
    }
    if (alert.status() != Status.ACTUAL) {
      throw new Refusal(Reason.NO_HAZARD, "the cancellation is a test");
    }
    for (CapName earlier : alert.references()) {
      lineage.supersede(earlier, alert.name());
      Map<Integer, HazardTypeId> parts = lineage.parts(earlier);
      for (var part : (parts.isEmpty() ? ownParts(alert) : parts).entrySet()) {
        all.add(takenBack(alert, earlier, part.getKey(), part.getValue(), source));
      }
    }
  }

  private Map<Integer, HazardTypeId> ownParts(CapAlert cancel) {
    Map<Integer, HazardTypeId> own = new TreeMap<>();
    for (CapInfo info : parts(cancel).infos) {
      own.put(own.size(), info.type());
    }
    return own.isEmpty() ? Map.of(0, types.vague()) : own;
  }

  private static Decoded takenBack(
      CapAlert by, CapName earlier, int part, HazardTypeId type, CapSource source) throws Refusal {
    return new Decoded.Ok(
        new HazardReport(
            earlier.report(source.feed(), part),
            source.feed(),
            type,
            Status.WITHDRAWN,
            by.sent(),
            by.sent(),
            source.receivedAt(),
            Optional.empty(),
            Certainty.UNKNOWN,
            new Observation.Nothing(),
            List.of(earlier.shared(part)),
            Texts.title(by.note())));
  }

  /**
   * @param complete every info could be read, so that what is not here is not said any more
   */
  private record Parts(List<CapInfo> infos, List<Refusal> refused, boolean complete) {}

  /** Infos that differ by their areas only are one, and so are the languages of an earthquake. */
  private Parts parts(CapAlert alert) {
    Map<Object, CapInfo> byPhase = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    boolean complete = true;
    for (XmlElement element : alert.infos()) {
      try {
        CapInfo info = CapInfo.read(alert, element, types);
        byPhase.merge(info.phase(), info, (one, other) -> one.and(other.area()));
      } catch (Refusal e) {
        refused.add(e);
        complete = complete && e.reason() == Reason.UNWANTED_EVENT;
      }
    }
    if (byPhase.size() > MAX_PARTS) {
      refused.add(new Refusal(Reason.TOO_COMPLEX, "more than " + MAX_PARTS + " parts"));
    }
    return new Parts(byPhase.values().stream().limit(MAX_PARTS).toList(), refused, complete);
  }
}
