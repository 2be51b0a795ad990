package nadhir.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.alerting.compose.Composed;
import nadhir.alerting.compose.Composer;
import nadhir.alerting.compose.Message;
import nadhir.alerting.compose.Messages;
import nadhir.alerting.text.Finding;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Clipping;
import nadhir.core.alert.Wording;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Slot;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;

/**
 * Makes a whole message of a draft. Never fails: what cannot be filled stays visible as a doubt,
 * and a message with {@link Doubt#INCOMPLETE} is approved by nobody.
 */
final class Drafting {
  /** Around a position at sea, where no zone is named: vessels within two nautical miles. */
  static final double NEAR_M = 2 * 1852.0;

  private static final double SOMEWHERE_M = 1_000;
  private static final Duration UNKNOWN_VALID_FOR = Duration.ofHours(1);

  private final SiteInfo site;
  private final Messages messages;
  private final SortedMap<ZoneId, Zone> zones = new TreeMap<>();
  private final BorderClip border;
  private final Lane lane;
  private final Composer composer;

  Drafting(SiteInfo site, Messages messages, List<Zone> zones, Lane lane) {
    this.site = site;
    this.messages = messages;
    zones.forEach(z -> this.zones.put(z.id(), z));
    this.lane = lane;
    this.border = new BorderClip(site.borders());
    this.composer = new Composer(site, messages, zones, lane);
  }

  boolean knows(ZoneId zone) {
    return zones.containsKey(zone);
  }

  Optional<Message> message(String key) {
    return messages.find(key);
  }

  /** Whether the message speaks of the same event to the same circle. */
  boolean isOfKind(String messageKey, AlertMessage other) {
    return messages
        .find(messageKey)
        .map(m -> m.scope() == other.scope() && m.cap().event().equals(other.cap().event()))
        .orElse(false);
  }

  boolean isForbiddenHere(Message message) {
    return message.exerciseOnly() && lane instanceof Lane.Live;
  }

  /**
   * @param live the other alerts that hold now
   */
  AlertMessage write(Draft draft, List<AlertMessage> live) {
    List<ZoneId> known = draft.zones().stream().filter(zones::containsKey).distinct().toList();
    Optional<Message> message = messages.find(draft.messageKey());
    Scope scope = draft.scope().or(() -> message.map(Message::scope)).orElse(Scope.PRIVATE);
    Optional<BorderClip.Clipped> clip =
        area(draft, known)
            .map(
                meant ->
                    scope == Scope.PUBLIC
                        ? border.clip(meant)
                        : new BorderClip.Clipped(Optional.of(meant), Optional.empty()));
    Optional<Area> area = clip.flatMap(BorderClip.Clipped::area);
    Optional<Clipping> clipped = clip.flatMap(BorderClip.Clipped::clipping);
    List<String> doubts = new ArrayList<>(draft.doubts());
    clipped.ifPresent(_ -> doubts.add(Doubt.CLIPPED));
    if (area.isEmpty()) {
      doubts.addAll(List.of(Doubt.NO_AREA, Doubt.INCOMPLETE));
    }
    List<Wording> wordings = wordings(draft, message, known, doubts);
    CapCodes cap =
        urgent(draft, message.map(Message::cap).orElseGet(() -> unknownCap(draft.messageKey())));
    Area told = area.orElseGet(() -> Area.circle(site.centre(), SOMEWHERE_M));
    List<AlertMessage> overlaps =
        live.stream().filter(other -> overlaps(known, told, other)).toList();
    if (overlaps.stream().anyMatch(other -> contradict(cap, other.cap()))) {
      doubts.add(Doubt.CONTRADICTS);
    }
    return new AlertMessage(
        draft.alert(),
        draft.revision(),
        draft.type(),
        scope,
        draft.audience().orElseGet(() -> audience(message, scope)),
        draft.hazard(),
        draft.assessment(),
        draft.messageKey(),
        level(draft, cap),
        cap,
        known,
        told,
        clipped,
        wordings,
        draft.at(),
        expiry(draft, message),
        approval(draft, scope, doubts),
        draft.author(),
        doubts.stream().distinct().toList(),
        overlaps.stream().map(AlertMessage::alert).toList(),
        note(draft));
  }

  private Optional<Area> area(Draft draft, List<ZoneId> known) {
    if (draft.area().isPresent()) {
      return draft.area();
    }
    if (!known.isEmpty()) {
      return Optional.of(AreaShapes.union(known.stream().map(z -> zones.get(z).area()).toList()));
    }
    return draft.slots().get("position") instanceof Slot.Position(var place)
        ? Optional.of(Area.circle(place, NEAR_M))
        : Optional.empty();
  }

  private List<Wording> wordings(
      Draft draft, Optional<Message> message, List<ZoneId> known, List<String> doubts) {
    if (message.isEmpty()) {
      doubts.addAll(List.of(Doubt.UNKNOWN_MESSAGE, Doubt.INCOMPLETE));
      String key = "[" + draft.messageKey() + "]";
      return site.languages().stream().map(l -> new Wording(l, key, key, key)).toList();
    }
    if (isForbiddenHere(message.get())) {
      doubts.addAll(List.of(Doubt.EXERCISE_IN_LIVE, Doubt.INCOMPLETE));
    }
    Map<String, Slot> slots = new TreeMap<>(draft.slots());
    if (!(draft.author() instanceof Actor.House && slots.containsKey("places"))) {
      slots.put("places", new Slot.Places(known));
    }
    Composed composed = composer.compose(message.get(), slots);
    if (!composed.missing().isEmpty() || composed.findings().stream().anyMatch(this::isFatal)) {
      doubts.add(Doubt.INCOMPLETE);
    }
    composed.missing().forEach(slot -> doubts.add("missing-" + slot));
    composed.findings().forEach(finding -> doubts.add(finding.reason().key()));
    return composed.wordings();
  }

  private boolean isFatal(Finding finding) {
    return switch (finding.reason()) {
      case LANGUAGE_MISSING, TOO_LONG, NO_EXERCISE_MARK, EXERCISE_MARK -> true;
      case OVER_BUDGET, NOT_GSM7, ALL_CAPITALS, NUMBERS_DIFFER, PLACES_DIFFER, NO_ACTION -> false;
    };
  }

  /** As urgent as the rule says that speaks here; an all-clear is as urgent as it says itself. */
  private static CapCodes urgent(Draft draft, CapCodes cap) {
    if (draft.author() instanceof Actor.House
        && !cap.responseTypes().contains("AllClear")
        && draft.slots().get(Slot.URGENCY) instanceof Slot.Word(var word)) {
      for (CapCodes.Urgency urgency : CapCodes.Urgency.values()) {
        if (urgency.name().equalsIgnoreCase(word)) {
          return cap.with(urgency);
        }
      }
    }
    return cap;
  }

  private static CapCodes unknownCap(String key) {
    return new CapCodes(
        "Other",
        key,
        List.of("None"),
        CapCodes.Urgency.UNKNOWN,
        Severity.UNKNOWN,
        Certainty.UNKNOWN);
  }

  private boolean overlaps(List<ZoneId> known, Area told, AlertMessage other) {
    return known.stream().anyMatch(other.zones()::contains)
        || AreaShapes.overlap(told, other.area());
  }

  /** Out of the house, or up the stairs: not both. */
  private static boolean contradict(CapCodes a, CapCodes b) {
    return a.responseTypes().contains("Evacuate") && b.responseTypes().contains("Shelter")
        || a.responseTypes().contains("Shelter") && b.responseTypes().contains("Evacuate");
  }

  private static Audience audience(Optional<Message> message, Scope scope) {
    Audience own = message.map(Message::audience).orElse(new Audience(false, false, List.of()));
    return switch (scope) {
      case PUBLIC -> own;
      case RESTRICTED -> new Audience(false, own.institutions(), own.listed());
      case PRIVATE -> new Audience(false, false, own.listed());
    };
  }

  /** The end of a danger is the calmest level, whatever the alert was. */
  private LevelId level(Draft draft, CapCodes cap) {
    return cap.responseTypes().contains("AllClear") ? site.levels().getFirst().id() : draft.level();
  }

  private static Instant expiry(Draft draft, Optional<Message> message) {
    return draft
        .at()
        .plus(draft.validFor().or(() -> message.map(Message::validFor)).orElse(UNKNOWN_VALID_FOR));
  }

  /**
   * Who must agree: two for what the public is told, unless the rule is trusted to speak by itself;
   * one is enough to take an error back.
   */
  private static ApprovalPolicy approval(Draft draft, Scope scope, List<String> doubts) {
    boolean doubtful = doubts.contains(Doubt.INCOMPLETE) || doubts.contains(Doubt.CANCELLED_BEFORE);
    boolean lifted =
        switch (draft.approval()) {
          case AUTOMATIC -> doubtful;
          case ONE_PERSON -> scope == Scope.PUBLIC && draft.type() != MsgType.CANCEL;
          case TWO_PEOPLE -> false;
        };
    return lifted ? ApprovalPolicy.TWO_PEOPLE : draft.approval();
  }

  private Optional<String> note(Draft draft) {
    Optional<String> exercise =
        lane instanceof Lane.Drill(var id) ? Optional.of("Exercise " + id) : Optional.empty();
    String note =
        Stream.of(exercise, draft.note())
            .flatMap(Optional::stream)
            .reduce((a, b) -> a + ". " + b)
            .orElse("");
    return note.isEmpty() ? Optional.empty() : Optional.of(note);
  }

  /** Same words to the same people at the same place: nothing to tell anew. */
  static boolean saysTheSame(AlertMessage a, AlertMessage b) {
    return a.messageKey().equals(b.messageKey())
        && a.level().equals(b.level())
        && a.scope() == b.scope()
        && a.zones().equals(b.zones())
        && a.area().equals(b.area())
        && a.wordings().equals(b.wordings());
  }

  static AlertId id(long seq) {
    return new AlertId("alert-" + seq);
  }
}
