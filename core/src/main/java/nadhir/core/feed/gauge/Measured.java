package nadhir.core.feed.gauge;

import java.util.Optional;
import java.util.SequencedSet;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.report.GaugeFault;

/** One value of an item: what stands there, its marks, its unit, its bounds. */
sealed interface Measured {
  /** A value that can be used, in our own unit. */
  record Good(double value, boolean estimate) implements Measured {}

  /**
   * Nothing stands there.
   *
   * @param marked the marks beside it say why
   */
  record Blank(Optional<Bad> marked) implements Measured {}

  /**
   * @param fault what it tells of the gauge itself
   */
  record Bad(Reason reason, String detail, Optional<GaugeFault> fault) implements Measured {
    static Bad of(Reason reason, String detail) {
      return new Bad(reason, detail, Optional.empty());
    }

    static Bad of(Reason reason, String detail, GaugeFault fault) {
      return new Bad(reason, detail, Optional.of(fault));
    }
  }

  /**
   * Reads it.
   *
   * @param entry what the site's table says of the sensor
   */
  static Measured read(
      Item item, Shape shape, QuantitySpec spec, Optional<GaugeTable.Entry> entry) {
    double factor;
    try {
      factor = factor(item, spec, entry);
    } catch (Refusal e) {
      return Bad.of(e.reason(), e.getMessage());
    }
    SequencedSet<String> marks = shape.flags().beside(item, spec.flags());
    Optional<String> word = spec.value().of(item);
    String number = word.orElse("");
    if (shape.flags().glued()) {
      int end = Numbers.endOfDigits(number);
      for (String mark : Flags.apart(number.substring(end))) {
        if (!shape.flags().knows(mark)) {
          return isNone(number, shape, spec)
              ? sentinel(number)
              : Bad.of(Reason.BAD_VALUE, "'" + number + "' is no number with a mark that is known");
        }
        marks.add(mark);
      }
      number = number.substring(0, end);
    }
    Optional<Bad> marked =
        shape
            .flags()
            .unusable(marks)
            .map(mark -> Bad.of(Reason.FLAGGED, "marked " + mark, GaugeFault.SENTINEL));
    if (word.isEmpty()) {
      return new Blank(marked);
    }
    if (marked.isPresent()) {
      return marked.get();
    }
    if (isNone(number, shape, spec)) {
      return sentinel(number);
    }
    return inBounds(number, item, shape, spec, factor, entry, shape.flags().isEstimate(marks));
  }

  private static double factor(Item item, QuantitySpec spec, Optional<GaugeTable.Entry> entry)
      throws Refusal {
    Optional<String> unit = entry.flatMap(GaugeTable.Entry::unit);
    return unit.isPresent()
        ? spec.is().factor(unit.get()).orElseThrow()
        : spec.unit().factor(item, spec.is());
  }

  private static boolean isNone(String word, Shape shape, QuantitySpec spec) {
    return shape.noValue().isOne(word) || spec.noValue().isOne(word);
  }

  private static Bad sentinel(String word) {
    return Bad.of(Reason.NO_VALUE, word + " stands for no value", GaugeFault.SENTINEL);
  }

  private static Measured inBounds(
      String word,
      Item item,
      Shape shape,
      QuantitySpec spec,
      double factor,
      Optional<GaugeTable.Entry> entry,
      boolean estimate) {
    Optional<Double> number = Numbers.read(word, shape.numbers());
    if (number.isEmpty()) {
      return Bad.of(Reason.BAD_VALUE, "'" + word + "' is no number");
    }
    if (shape.noValue().isOne(number.get(), item) || spec.noValue().isOne(number.get(), item)) {
      return sentinel(word);
    }
    double zeroM = spec.is() == Quantity.STAGE ? entry.map(GaugeTable.Entry::zeroM).orElse(0.0) : 0;
    double value = number.get() * factor - zeroM;
    if (value >= spec.least() && value <= spec.most()) {
      return new Good(value, estimate);
    }
    return Bad.of(
        Reason.BAD_VALUE,
        word + " cannot be: " + spec.is().key() + " is " + spec.least() + " to " + spec.most(),
        GaugeFault.OUT_OF_RANGE);
  }
}
