package nadhir.alerting.audience.grid;

import java.util.Arrays;

/** Looks at all people once, to know how many there are and where. */
final class Survey implements Source.Taker {
  private static final int SAMPLED = 4_096;

  private final double[] sampleLatDeg = new double[SAMPLED];
  private final double[] sampleLonDeg = new double[SAMPLED];
  private int sampled;

  /** One in so many is kept in the sample; doubles when that is full. */
  private int step = 1;

  private int people;
  private int greatest = -1;
  private double southDeg = Double.POSITIVE_INFINITY;
  private double northDeg = Double.NEGATIVE_INFINITY;
  private double westDeg = Double.POSITIVE_INFINITY;
  private double eastDeg = Double.NEGATIVE_INFINITY;

  @Override
  public void person(int person, double latDeg, double lonDeg) {
    southDeg = Math.min(southDeg, latDeg);
    northDeg = Math.max(northDeg, latDeg);
    westDeg = Math.min(westDeg, lonDeg);
    eastDeg = Math.max(eastDeg, lonDeg);
    greatest = Math.max(greatest, person);
    if (people++ % step == 0) {
      sample(latDeg, lonDeg);
    }
  }

  private void sample(double latDeg, double lonDeg) {
    if (sampled == SAMPLED) {
      sampled = SAMPLED / 2;
      step *= 2;
      for (int i = 1; i < sampled; i++) {
        sampleLatDeg[i] = sampleLatDeg[2 * i];
        sampleLonDeg[i] = sampleLonDeg[2 * i];
      }
    }
    sampleLatDeg[sampled] = latDeg;
    sampleLonDeg[sampled++] = lonDeg;
  }

  int people() {
    return people;
  }

  /** The greatest number of a person; −1 where there is nobody. */
  int greatest() {
    return greatest;
  }

  /** Over all people, unless a few that are far away would make it much coarser. */
  Frame frame() {
    if (people == 0) {
      return Frame.over(Span.NOTHING, Span.NOTHING, 0);
    }
    var lat = new Span(southDeg, northDeg);
    var lon = new Span(westDeg, eastDeg);
    Frame all = Frame.over(lat, lon, people);
    Frame most =
        Frame.over(
            Span.ofMost(Arrays.copyOf(sampleLatDeg, sampled)).and(lat),
            Span.ofMost(Arrays.copyOf(sampleLonDeg, sampled)).and(lon),
            people);
    return all.muchCoarserThan(most) ? most : all;
  }
}
