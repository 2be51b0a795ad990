package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Observation.DistressKind;

/**
 * Listens to one connection for beacons in distress, and folds their bursts of eight messages a
 * minute into few reports: the first at once, further ones when the beacon has moved or after a
 * minute of lane time.
 *
 * <p>An MMSI that begins with 970 (SART), 972 (man overboard) or 974 (EPIRB) proves nothing by
 * itself. It counts with navigational status 14 (active) or 15 (test), or with a safety text that
 * says ACTIVE or TEST; any other ship counts with status 14. A position is taken from wherever the
 * same MMSI gave one (ITU-R M.1371-5, IEC 61097-14).
 */
final class DistressTracker {
  /** A beacon that has moved farther than this since its last report is reported again. */
  static final double MOVED_M = 50;

  /** A beacon that goes on is reported again after this time. */
  static final Duration AGAIN = Duration.ofSeconds(60);

  /** A beacon that was silent for this long begins anew. */
  static final Duration FORGET = Duration.ofMinutes(30);

  /** Beacons followed at once; beyond it the one that was silent longest is forgotten. */
  static final int MAX_BEACONS = 500;

  private static final HazardTypeId DISTRESS_AT_SEA = new HazardTypeId("distress-at-sea");
  private static final int ACTIVE = 14;
  private static final int TEST = 15;

  private final FeedId feed;
  private final Map<String, Track> tracks = new LinkedHashMap<>();

  DistressTracker(FeedId feed) {
    this.feed = feed;
  }

  /** What is known of one beacon, and what of it was reported last. */
  private record Track(
      DistressKind kind,
      Status status,
      Certainty certainty,
      Optional<LatLon> place,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      int messages,
      Instant firstAt,
      Instant heardAt,
      Optional<HazardReport> last) {}

  /**
   * Takes one message in; gives a report when there is something new to say.
   *
   * @param table has taken the message in already
   */
  Optional<HazardReport> hear(AisMessage message, Instant at, TrackTable table) {
    var status = status(message);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    Track track = track(message, status.get(), at, table);
    if (!worthTelling(track, at)) {
      tracks.put(message.mmsi(), track);
      return Optional.empty();
    }
    HazardReport report = report(message.mmsi(), track, at);
    tracks.put(message.mmsi(), told(track, report));
    if (tracks.size() > MAX_BEACONS) {
      tracks.remove(tracks.keySet().iterator().next());
    }
    return Optional.of(report);
  }

  private static Optional<Status> status(AisMessage message) {
    return switch (message) {
      case AisMessage.Position p when p.navStatus().isPresent() ->
          switch (p.navStatus().getAsInt()) {
            case ACTIVE -> Optional.of(Status.ACTUAL);
            case TEST -> isBeacon(p.mmsi()) ? Optional.of(Status.TEST) : Optional.empty();
            default -> Optional.empty();
          };
      case AisMessage.SafetyText t when t.to().isEmpty() && isBeacon(t.mmsi()) ->
          ofText(t.text().toUpperCase(Locale.ROOT));
      case AisMessage.Position _,
          AisMessage.SafetyText _,
          AisMessage.Station _,
          AisMessage.Static _,
          AisMessage.Aid _,
          AisMessage.Other _ ->
          Optional.empty();
    };
  }

  private static Optional<Status> ofText(String text) {
    if (text.contains("TEST")) {
      return Optional.of(Status.TEST);
    }
    return text.contains("ACTIVE") ? Optional.of(Status.ACTUAL) : Optional.empty();
  }

  private static boolean isBeacon(String mmsi) {
    return kind(mmsi) != DistressKind.NAV_STATUS;
  }

  private static DistressKind kind(String mmsi) {
    return switch (mmsi.substring(0, 3)) {
      case "970" -> DistressKind.SART;
      case "972" -> DistressKind.MAN_OVERBOARD;
      case "974" -> DistressKind.EPIRB;
      default -> DistressKind.NAV_STATUS;
    };
  }

  private Track track(AisMessage message, Status status, Instant at, TrackTable table) {
    Optional<Track> before =
        Optional.ofNullable(tracks.remove(message.mmsi()))
            .filter(t -> !t.heardAt.plus(FORGET).isBefore(at));
    Optional<AisMessage.Position> position =
        message instanceof AisMessage.Position p ? Optional.of(p) : Optional.empty();
    var kind = kind(message.mmsi());
    boolean sure =
        position.isPresent() && kind != DistressKind.NAV_STATUS
            || before.filter(t -> t.certainty == Certainty.OBSERVED).isPresent();
    return new Track(
        kind,
        status,
        sure ? Certainty.OBSERVED : Certainty.LIKELY,
        position
            .flatMap(AisMessage.Position::place)
            .filter(place -> !Fix.isNowhere(place))
            .or(() -> before.flatMap(Track::place))
            .or(() -> lastPlace(message.mmsi(), table)),
        position.isPresent()
            ? position.get().courseDeg()
            : before.map(Track::courseDeg).orElse(OptionalDouble.empty()),
        position.isPresent()
            ? position.get().speedMps()
            : before.map(Track::speedMps).orElse(OptionalDouble.empty()),
        before.map(Track::messages).orElse(0) + 1,
        before.map(Track::firstAt).orElse(at),
        at,
        before.flatMap(Track::last));
  }

  private static Optional<LatLon> lastPlace(String mmsi, TrackTable table) {
    int slot = table.find(Mmsi.number(mmsi));
    return slot < 0 ? Optional.empty() : table.lastPlace(slot);
  }

  private static boolean worthTelling(Track track, Instant at) {
    if (track.last.isEmpty()) {
      return true;
    }
    HazardReport last = track.last.get();
    boolean moved =
        track.place.isPresent()
            && (last.place().isEmpty()
                || Sphere.distanceM(last.place().get(), track.place.get()) > MOVED_M);
    return moved
        || last.status() != track.status
        || last.certainty() != track.certainty
        || !last.receivedAt().plus(AGAIN).isAfter(at);
  }

  private HazardReport report(String mmsi, Track track, Instant at) {
    return new HazardReport(
        new ReportId(feed.value() + ":" + mmsi + "/" + at + "/" + track.messages),
        feed,
        DISTRESS_AT_SEA,
        track.status,
        track.firstAt,
        at,
        at,
        track.place,
        track.certainty,
        new Observation.Distress(
            mmsi, track.kind, track.courseDeg, track.speedMps, track.messages, OptionalInt.empty()),
        List.of(),
        "");
  }

  private static Track told(Track track, HazardReport report) {
    return new Track(
        track.kind,
        track.status,
        track.certainty,
        track.place,
        track.courseDeg,
        track.speedMps,
        track.messages,
        track.firstAt,
        track.heardAt,
        Optional.of(report));
  }
}
