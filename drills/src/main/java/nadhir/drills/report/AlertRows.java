package nadhir.drills.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.Wording;
import nadhir.core.event.AlertEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.drills.report.DrillReport.AlertRow;
import nadhir.drills.report.DrillReport.DeliveryRow;

/** The report's rows for alerts: one for each revision. */
final class AlertRows {
  /** What has become of one revision so far. */
  private static final class Draft {
    private final AlertMessage message;
    private final Instant causedAt;
    private final List<String> approvedBy = new ArrayList<>();
    private Optional<Instant> issuedAt = Optional.empty();
    private Optional<Instant> deliveredAt = Optional.empty();
    private OptionalInt audience = OptionalInt.empty();
    private List<DeliveryCounts> counts = List.of();

    private Draft(AlertMessage message, Instant causedAt) {
      this.message = message;
      this.causedAt = causedAt;
    }
  }

  private final Lane lane;
  private final SequencedMap<String, Draft> drafts = new LinkedHashMap<>();

  AlertRows(Lane lane) {
    this.lane = lane;
  }

  /**
   * @param causedAt when the input came that this follows from
   */
  void fold(AlertEvent event, Instant causedAt) {
    switch (event) {
      case AlertEvent.Proposed(var message) ->
          drafts.put(key(message.alert(), message.revision()), new Draft(message, causedAt));
      case AlertEvent.Approved(var alert, var revision, var by, _) ->
          draft(alert, revision).approvedBy.add(by.value());
      case AlertEvent.Issued(var alert, var revision, var at) ->
          draft(alert, revision).issuedAt = Optional.of(at);
      case AlertEvent.Delivered(var alert, var revision, var audience, var counts, _, var at) -> {
        var draft = draft(alert, revision);
        draft.audience = OptionalInt.of(audience.total());
        draft.counts = counts;
        draft.deliveredAt = Optional.of(at);
      }
      case AlertEvent.Tallied(var alert, var revision, var counts, _) ->
          draft(alert, revision).counts = counts;
      case AlertEvent.Rejected _,
          AlertEvent.Replaced _,
          AlertEvent.CapPublished _,
          AlertEvent.EffectFailed _,
          AlertEvent.Acknowledged _,
          AlertEvent.AcknowledgementOverdue _,
          AlertEvent.Expired _ -> {
        // not in a row
      }
    }
  }

  private Draft draft(AlertId alert, int revision) {
    return Optional.ofNullable(drafts.get(key(alert, revision))).orElseThrow();
  }

  private static String key(AlertId alert, int revision) {
    return alert.value() + "/" + revision;
  }

  List<AlertRow> rows(ReportBuilder.Counts counts) {
    return drafts.entrySet().stream().map(e -> row(e.getKey(), e.getValue(), counts)).toList();
  }

  private AlertRow row(String id, Draft draft, ReportBuilder.Counts counts) {
    var message = draft.message;
    return new AlertRow(
        id,
        references(message),
        capName(message.type()),
        lane instanceof Lane.Live ? "Actual" : "Exercise",
        message.level().value(),
        message.wordings().stream().map(Wording::language).toList(),
        message.zones().stream().map(ZoneId::value).toList(),
        message.proposedAt(),
        draft.issuedAt,
        draft.approvedBy,
        draft.audience,
        draft.issuedAt.isPresent() ? deliveries(draft, counts) : new TreeMap<>(),
        millis(Optional.of(draft.causedAt), draft.issuedAt),
        millis(draft.issuedAt, draft.deliveredAt));
  }

  /** Earlier revisions of the alert that were issued. */
  private List<String> references(AlertMessage message) {
    return drafts.entrySet().stream()
        .filter(e -> e.getValue().message.alert().equals(message.alert()))
        .filter(e -> e.getValue().message.revision() < message.revision())
        .filter(e -> e.getValue().issuedAt.isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code Alert}, {@code Update}, {@code Cancel}, as CAP writes them. */
  private static String capName(AlertMessage.MsgType type) {
    String name = type.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static SortedMap<String, DeliveryRow> deliveries(
      Draft draft, ReportBuilder.Counts gateway) {
    var rows = new TreeMap<String, DeliveryRow>();
    for (Channel channel : Channel.values()) {
      int duplicates = gateway.duplicates(draft.message.alert(), draft.message.revision(), channel);
      var counts = draft.counts.stream().filter(c -> c.channel() == channel).findFirst();
      rows.put(
          channel.name().toLowerCase(Locale.ROOT),
          counts.map(c -> row(c, duplicates)).orElseGet(() -> uncounted(draft, duplicates)));
    }
    return rows;
  }

  private static DeliveryRow row(DeliveryCounts c, int duplicates) {
    return new DeliveryRow(
        OptionalInt.of(c.pending()),
        c.delivered(),
        c.sent(),
        c.failed(),
        c.unknown(),
        c.expired(),
        c.suppressed(),
        duplicates);
  }

  /** Nobody on this channel; or, before the sending has ended, not known. */
  private static DeliveryRow uncounted(Draft draft, int duplicates) {
    var pending = draft.deliveredAt.isPresent() ? OptionalInt.of(0) : OptionalInt.empty();
    return new DeliveryRow(pending, 0, 0, 0, 0, 0, 0, duplicates);
  }

  private static OptionalLong millis(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent()
        ? OptionalLong.of(Duration.between(from.get(), to.get()).toMillis())
        : OptionalLong.empty();
  }
}
