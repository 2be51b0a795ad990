package nadhir.core.sim;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;

/**
 * Ships that sail about in a square sea, from a seed: a third lies still, the others keep a course
 * until they reach the border and turn back. Each call lets one of them speak.
 */
public final class Fleet {
  private static final double M_PER_DEG = 111_195;

  private final RandomGenerator random;
  private final LatLon corner;
  private final double sideDeg;
  private final int[] mmsi;
  private final double[] latDeg;
  private final double[] lonDeg;
  private final double[] courseDeg;
  private final double[] speedMps;
  private final double[] spokeS;
  private int next;

  public Fleet(int ships, LatLon corner, double sideDeg, RandomGenerator random) {
    this.random = random;
    this.corner = corner;
    this.sideDeg = sideDeg;
    this.mmsi = new int[ships];
    this.latDeg = new double[ships];
    this.lonDeg = new double[ships];
    this.courseDeg = new double[ships];
    this.speedMps = new double[ships];
    this.spokeS = new double[ships];
    for (int i = 0; i < ships; i++) {
      mmsi[i] = 201_000_000 + i * 25_391 % 570_000_000;
      latDeg[i] = corner.latDeg() + random.nextDouble(sideDeg);
      lonDeg[i] = corner.lonDeg() + random.nextDouble(sideDeg);
      courseDeg[i] = random.nextInt(3_600) / 10.0;
      speedMps[i] = i % 3 == 0 ? 0 : 1 + random.nextDouble(9);
    }
  }

  public int size() {
    return mmsi.length;
  }

  /** The next ship's position at {@code seconds} after the beginning; they speak by turns. */
  public AisMessage.Position speak(double seconds) {
    int i = next;
    next = (next + 1) % mmsi.length;
    sail(i, seconds - spokeS[i]);
    spokeS[i] = seconds;
    return new AisMessage.Position(
        1,
        Integer.toString(mmsi[i]),
        Optional.of(new LatLon(latDeg[i], lonDeg[i])),
        OptionalDouble.of(courseDeg[i]),
        OptionalDouble.of(speedMps[i]),
        OptionalInt.of((int) courseDeg[i]),
        OptionalInt.of(speedMps[i] == 0 ? 1 : 0),
        Optional.empty());
  }

  private void sail(int i, double seconds) {
    double course = StrictMath.toRadians(courseDeg[i]);
    double cosLat = StrictMath.cos(StrictMath.toRadians(latDeg[i]));
    latDeg[i] += speedMps[i] * seconds * StrictMath.cos(course) / M_PER_DEG;
    lonDeg[i] += speedMps[i] * seconds * StrictMath.sin(course) / M_PER_DEG / cosLat;
    boolean outside =
        latDeg[i] < corner.latDeg()
            || latDeg[i] > corner.latDeg() + sideDeg
            || lonDeg[i] < corner.lonDeg()
            || lonDeg[i] > corner.lonDeg() + sideDeg;
    if (outside) {
      latDeg[i] = Math.clamp(latDeg[i], corner.latDeg(), corner.latDeg() + sideDeg);
      lonDeg[i] = Math.clamp(lonDeg[i], corner.lonDeg(), corner.lonDeg() + sideDeg);
      courseDeg[i] = (courseDeg[i] + 120 + random.nextInt(120)) % 360;
    }
  }
}
