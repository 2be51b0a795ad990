package nadhir.core.track;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;

/**
 * One position message, unpacked. There is one per tracker and it is filled again with each
 * message, so that thousands a second leave nothing behind.
 */
final class Fix {
  static final int NO_HEADING = -1;
  static final int NO_STATUS = -1;

  /** Receivers without a position often give 0 N 0 E; 0.0001° are 11 m. */
  private static final double NOWHERE_DEG = 0.0001;

  int mmsi;
  Instant at = Instant.EPOCH;
  long atMs;
  Optional<LatLon> place = Optional.empty();
  double latDeg;
  double lonDeg;

  /** NaN where not known, as {@code speedMps}. */
  double courseDeg;

  double speedMps;
  int headingDeg;
  int navStatus;
  int messageType;

  void take(int sender, AisMessage.Position p, Instant time, long timeMs) {
    mmsi = sender;
    at = time;
    atMs = timeMs;
    place = p.place().isPresent() && isNowhere(p.place().get()) ? Optional.empty() : p.place();
    if (place.isPresent()) {
      latDeg = place.get().latDeg();
      lonDeg = place.get().lonDeg();
    }
    courseDeg = p.courseDeg().orElse(Double.NaN);
    speedMps = p.speedMps().orElse(Double.NaN);
    headingDeg = p.headingDeg().orElse(NO_HEADING);
    navStatus = p.navStatus().orElse(NO_STATUS);
    messageType = p.messageType();
  }

  /** A buoy or light, which lies there. */
  void take(int sender, AisMessage.Aid aid, LatLon there, Instant time, long timeMs) {
    mmsi = sender;
    at = time;
    atMs = timeMs;
    place = Optional.of(there);
    latDeg = there.latDeg();
    lonDeg = there.lonDeg();
    courseDeg = Double.NaN;
    speedMps = Double.NaN;
    headingDeg = NO_HEADING;
    navStatus = NO_STATUS;
    messageType = aid.messageType();
  }

  /** 0 N 0 E, where no ship is. */
  static boolean isNowhere(LatLon place) {
    return StrictMath.abs(place.latDeg()) < NOWHERE_DEG
        && StrictMath.abs(place.lonDeg()) < NOWHERE_DEG;
  }

  /** Degrees between where it points and where it goes, 0 to 180; NaN where one is not known. */
  double apartDeg() {
    if (headingDeg == NO_HEADING || Double.isNaN(courseDeg)) {
      return Double.NaN;
    }
    double deg = StrictMath.abs(courseDeg - headingDeg);
    return deg > 180 ? 360 - deg : deg;
  }
}
