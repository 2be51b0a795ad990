package nadhir.alerting.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.IssuedAlerts;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;

/**
 * What a lane has issued, kept from its durable entries for those who send and publish. Entries
 * that are told again change nothing.
 */
public final class AlertBook implements IssuedAlerts {
  /** Alerts that are kept; the oldest is forgotten first. */
  static final int MAX_ALERTS = 1_000;

  private record Page(TreeMap<Integer, AlertMessage> messages, TreeMap<Integer, Instant> issued) {
    Page() {
      this(new TreeMap<>(), new TreeMap<>());
    }
  }

  private final LinkedHashMap<AlertId, Page> pages = new LinkedHashMap<>();

  /** Takes a durable entry; those that are no alerts' are passed over. */
  public synchronized void fold(Entry entry) {
    switch (entry.event()) {
      case AlertEvent.Proposed(AlertMessage message) -> put(message);
      case AlertEvent.Issued(var alert, var revision, var at) -> {
        Page page = pages.get(alert);
        if (page != null) {
          page.issued().putIfAbsent(revision, at);
        }
      }
      case Input _,
          WatchEvent _,
          HazardEvent _,
          RiskEvent _,
          AlertEvent _,
          DispatchEvent _,
          DrillEvent _,
          SiteEvent _ -> {
        // nothing that is sent
      }
    }
  }

  /** Begins with what a desk knew, when a lane is folded from a snapshot. */
  public synchronized void restore(AlertState state) {
    for (AlertTrack track : state.alerts()) {
      for (AlertRevision revision : track.revisions()) {
        put(revision.message());
        revision
            .issuedAt()
            .ifPresent(at -> pages.get(track.id()).issued().put(revision.number(), at));
      }
    }
  }

  private void put(AlertMessage message) {
    pages
        .computeIfAbsent(message.alert(), _ -> new Page())
        .messages()
        .putIfAbsent(message.revision(), message);
    if (pages.size() > MAX_ALERTS) {
      pages.pollFirstEntry();
    }
  }

  @Override
  public synchronized Optional<IssuedRevision> find(AlertId alert, int revision) {
    Page page = pages.get(alert);
    if (page == null || !page.issued().containsKey(revision)) {
      return Optional.empty();
    }
    List<IssuedRevision.Earlier> earlier =
        page.issued().headMap(revision).entrySet().stream()
            .map(e -> new IssuedRevision.Earlier(e.getKey(), e.getValue()))
            .toList();
    return Optional.of(
        new IssuedRevision(page.messages().get(revision), page.issued().get(revision), earlier));
  }

  @Override
  public synchronized int newest(AlertId alert) {
    Page page = pages.get(alert);
    return page == null || page.issued().isEmpty() ? 0 : page.issued().lastKey();
  }
}
