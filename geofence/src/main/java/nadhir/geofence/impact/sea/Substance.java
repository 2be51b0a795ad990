package nadhir.geofence.impact.sea;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gases that are poisonous to breathe, with the distances of the Emergency Response Guidebook 2024
 * (US DOT PHMSA, Transport Canada, Mexico's SICT): small spills by table 1, large ones by table 3
 * after what they came out of, hydrogen sulphide by table 1 alone. A small spill is up to 208
 * litres. The distances are for the first half hour, and those of 11 km mean "or more".
 */
public enum Substance {
  AMMONIA(
      1005,
      List.of("ammonia", "أمونيا", "نشادر"),
      new Row(30, 0.1, 0.2),
      new Row(300, 1.6, 1.2, 1.0, 4.1, 2.1, 1.3),
      new Row(150, 0.8, 0.5, 0.4, 1.8, 0.7, 0.6),
      new Row(60, 0.5, 0.3, 0.3, 1.4, 0.3, 0.3),
      new Row(30, 0.3, 0.2, 0.1, 0.7, 0.3, 0.2)),
  CHLORINE(
      1017,
      List.of("chlorine", "كلور"),
      new Row(60, 0.3, 1.5),
      new Row(1_000, 9.6, 6.3, 5.1, 11.0, 8.9, 6.5),
      new Row(600, 5.6, 3.3, 2.5, 6.4, 4.7, 3.8),
      new Row(300, 1.9, 1.3, 1.0, 3.5, 2.3, 1.3),
      new Row(150, 1.3, 0.7, 0.5, 2.4, 1.2, 0.6)),
  HYDROGEN_CHLORIDE(
      1050,
      List.of("hydrogen chloride", "كلوريد الهيدروجين"),
      new Row(30, 0.1, 0.3),
      new Row(500, 3.7, 2.0, 1.7, 9.7, 3.3, 2.2),
      new Row(200, 1.5, 0.8, 0.6, 3.7, 1.5, 0.8),
      new Row(30, 0.4, 0.2, 0.1, 1.0, 0.3, 0.1),
      new Row(30, 0.3, 0.2, 0.1, 0.9, 0.3, 0.2)),
  HYDROGEN_SULFIDE(
      1053,
      List.of("hydrogen sulfide", "hydrogen sulphide", "كبريتيد الهيدروجين"),
      new Row(30, 0.1, 0.5),
      new Row(400, 2.4, 6.3),
      new Row(400, 2.4, 6.3),
      new Row(400, 2.4, 6.3),
      new Row(400, 2.4, 6.3)),
  SULFUR_DIOXIDE(
      1079,
      List.of("sulfur dioxide", "sulphur dioxide", "ثاني أكسيد الكبريت"),
      new Row(100, 0.6, 2.6),
      new Row(1_000, 11.0, 11.0, 6.9, 11.0, 11.0, 9.6),
      new Row(1_000, 11.0, 6.0, 5.0, 11.0, 7.9, 6.0),
      new Row(500, 5.2, 2.2, 1.7, 7.4, 4.0, 2.7),
      new Row(200, 3.1, 1.5, 1.1, 5.6, 2.4, 1.5));

  private final int unNumber;
  private final List<String> names;
  private final Row small;
  private final Row railCar;
  private final Row truck;
  private final Row tonCylinders;
  private final Row cylinders;

  Substance(
      int unNumber,
      List<String> names,
      Row small,
      Row railCar,
      Row truck,
      Row tonCylinders,
      Row cylinders) {
    this.unNumber = unNumber;
    this.names = names;
    this.small = small;
    this.railCar = railCar;
    this.truck = truck;
    this.tonCylinders = tonCylinders;
    this.cylinders = cylinders;
  }

  /** What the substance comes out of. */
  public enum Size {
    /** Up to 208 litres. */
    SMALL,
    /** Several small cylinders, or one of a ton. */
    CYLINDERS,
    /** Several cylinders of a ton; of ammonia, a nurse tank. */
    TON_CYLINDERS,
    /** A road tanker or a tank container. */
    TRUCK,
    /** A rail tank car, and all that is larger. */
    RAIL_CAR
  }

  /** How far to keep away at once, all around, and how far down the wind people are protected. */
  public record Distances(double isolationM, double protectiveM) {}

  /**
   * @param windKmh an unknown one is taken for a light one, in which gases stay together longest
   */
  public Distances distances(Size size, boolean day, Optional<Double> windKmh) {
    Row row =
        switch (size) {
          case SMALL -> small;
          case CYLINDERS -> cylinders;
          case TON_CYLINDERS -> tonCylinders;
          case TRUCK -> truck;
          case RAIL_CAR -> railCar;
        };
    return row.distances(day, windKmh.orElse(0.0));
  }

  /** The substance that a text names, by its UN number or one of its names, the longest first. */
  public static Optional<Substance> named(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return List.of(values()).stream()
        .filter(substance -> substance.nameIn(words) > 0)
        .max(Comparator.comparingInt(substance -> substance.nameIn(words)));
  }

  /** How long the longest name is that stands in the words; a UN number is surer than any. */
  private int nameIn(String words) {
    if (words.matches("(?s).*\\bun ?" + unNumber + "\\b.*")) {
      return Integer.MAX_VALUE;
    }
    return names.stream().filter(words::contains).mapToInt(String::length).max().orElse(0);
  }

  /** A line of the tables: metres, then kilometres by day and night and, in table 3, by wind. */
  private record Row(
      double isolationM,
      double dayLowKm,
      double dayModerateKm,
      double dayHighKm,
      double nightLowKm,
      double nightModerateKm,
      double nightHighKm) {
    Row(double isolationM, double dayKm, double nightKm) {
      this(isolationM, dayKm, dayKm, dayKm, nightKm, nightKm, nightKm);
    }

    Distances distances(boolean day, double windKmh) {
      double low = day ? dayLowKm : nightLowKm;
      double moderate = day ? dayModerateKm : nightModerateKm;
      double high = day ? dayHighKm : nightHighKm;
      double km = windKmh < 10 ? low : windKmh <= 20 ? moderate : high;
      return new Distances(isolationM, km * 1_000);
    }
  }
}
