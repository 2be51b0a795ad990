package nadhir.alerting.audience.grid;

import java.util.Arrays;

/**
 * People in the order of their cells, row by row from the south: those of a cell, and those of
 * neighbouring cells of a row, stand behind each other. Their places in this order are called
 * <em>stands</em>. Never changed.
 */
final class PackedPeople {
  /** Of a person who is not here. */
  static final int NOWHERE = -1;

  private final Frame frame;

  /** The first stand of each cell, and after the last one how many there are. */
  private final int[] starts;

  private final double[] latDeg;
  private final double[] lonDeg;

  /** Who is at each stand. */
  private final int[] persons;

  /** The stand of each person, or {@link #NOWHERE}. */
  private final int[] stands;

  private PackedPeople(Frame frame, int people, int numbers) {
    this.frame = frame;
    starts = new int[frame.cells() + 1];
    latDeg = new double[people];
    lonDeg = new double[people];
    persons = new int[people];
    stands = new int[numbers];
    Arrays.fill(stands, NOWHERE);
  }

  static PackedPeople of(Source source) {
    var survey = new Survey();
    source.each(survey);
    var packed = new PackedPeople(survey.frame(), survey.people(), survey.greatest() + 1);
    packed.fill(source);
    return packed;
  }

  private void fill(Source source) {
    source.each((_, lat, lon) -> starts[frame.cell(lat, lon) + 1]++);
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    source.each(
        (person, lat, lon) -> {
          int stand = next[frame.cell(lat, lon)]++;
          latDeg[stand] = lat;
          lonDeg[stand] = lon;
          persons[stand] = person;
          stands[person] = stand;
        });
  }

  Frame frame() {
    return frame;
  }

  int size() {
    return persons.length;
  }

  /** The first stand of a cell of a row; the column after the last one gives where the row ends. */
  int start(int row, int column) {
    return starts[row * frame.columns() + column];
  }

  double latDeg(int stand) {
    return latDeg[stand];
  }

  double lonDeg(int stand) {
    return lonDeg[stand];
  }

  /** By stand; for reading only. */
  int[] persons() {
    return persons;
  }

  int stand(int person) {
    return person < stands.length ? stands[person] : NOWHERE;
  }

  long bytes() {
    return 4L * (starts.length + persons.length + stands.length)
        + 8L * (latDeg.length + lonDeg.length);
  }
}
