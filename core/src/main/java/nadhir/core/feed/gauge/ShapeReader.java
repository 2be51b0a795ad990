package nadhir.core.feed.gauge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.gauge.Taken.About;
import nadhir.core.feed.gauge.Taken.Series;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;
import nadhir.core.id.Id;
import nadhir.core.report.Certainty;

/** Takes from an item of one shape what it measures. */
final class ShapeReader {
  /** The name of a series that holds both stage and discharge. */
  private static final String WATER = "water";

  private final Shape shape;
  private final Optional<TimeTexts> times;

  ShapeReader(Shape shape) {
    this.shape = shape;
    this.times =
        shape.time() instanceof TimeSpec.Stated stated
            ? Optional.of(new TimeTexts(stated))
            : Optional.empty();
  }

  Shape shape() {
    return shape;
  }

  /** Whose values they are, and which of the shape's quantities the item has. */
  private record Whose(GaugeId gauge, Optional<GaugeTable.Entry> entry, List<QuantitySpec> specs) {}

  /** A quantity and what was read of it. */
  private record Value(
      QuantitySpec spec, Series series, Measured measured, Optional<Duration> over) {}

  /**
   * Never throws because of what the item holds.
   *
   * @param receipt when it came, where that may stand for the time of measuring
   */
  List<Taken> read(Item item, Optional<Moment> receipt) {
    String time = times.map(texts -> texts.words(item)).orElse("");
    String name = shape.gauge().of(item).orElse(item.where());
    try {
      Whose whose = whose(item);
      List<Value> values = values(item, whose);
      name = values.getFirst().series().key();
      var moment = moment(time, receipt);
      var about = new About(place(item), Certainty.OBSERVED, title(item));
      return taken(values, moment, name + " " + (time.isEmpty() ? moment.at() : time), about);
    } catch (Refusal e) {
      return List.of(new Taken.Refused(e.rejected((name + " " + time).strip())));
    }
  }

  private Whose whose(Item item) throws Refusal {
    String theirs =
        shape.gauge().of(item).orElseThrow(() -> new Refusal(Reason.NO_GAUGE, "it names no gauge"));
    var table = shape.table().entries();
    Optional<GaugeTable.Entry> entry = Optional.ofNullable(table.get(theirs));
    if (!table.isEmpty() && entry.isEmpty()) {
      throw new Refusal(Reason.UNKNOWN_GAUGE, "'" + theirs + "' is not in the site's table");
    }
    if (entry.isEmpty() && !Id.isValid(theirs)) {
      throw new Refusal(Reason.BAD_ID, "the gauge's name cannot be used");
    }
    GaugeId gauge = entry.map(GaugeTable.Entry::gauge).orElseGet(() -> new GaugeId(theirs));
    List<QuantitySpec> specs = specs(item, entry.flatMap(GaugeTable.Entry::is));
    if (specs.isEmpty()) {
      throw new Refusal(Reason.UNKNOWN_PARAMETER, "neither stage nor flow nor rain" + series(item));
    }
    return new Whose(gauge, entry, specs);
  }

  private String series(Item item) {
    return shape.series().flatMap(s -> s.of(item)).map(s -> ", but '" + s + "'").orElse("");
  }

  /** What the site's table says of the sensor goes before what the item says. */
  private List<QuantitySpec> specs(Item item, Optional<Quantity> stated) {
    return stated.isPresent()
        ? shape.quantities().stream().filter(q -> q.is() == stated.get()).limit(1).toList()
        : shape.quantities().stream().filter(q -> q.fits(item)).toList();
  }

  private List<Value> values(Item item, Whose whose) {
    boolean both = has(whose.specs(), Quantity.STAGE) && has(whose.specs(), Quantity.FLOW);
    String sensor = sensor(item);
    Optional<String> series = shape.series().flatMap(s -> s.of(item));
    List<Value> values = new ArrayList<>();
    for (QuantitySpec spec : whose.specs()) {
      String plain = both && spec.is().isWater() ? WATER : spec.is().key();
      String name = series.orElse(plain) + sensor;
      values.add(value(item, whose, spec, new Series(whose.gauge(), name)));
    }
    return values;
  }

  private static boolean has(List<QuantitySpec> specs, Quantity quantity) {
    for (QuantitySpec spec : specs) {
      if (spec.is() == quantity) {
        return true;
      }
    }
    return false;
  }

  private Value value(Item item, Whose whose, QuantitySpec spec, Series series) {
    Measured measured = Measured.read(item, shape, spec, whose.entry());
    if (spec.over().isEmpty() || !(measured instanceof Measured.Good)) {
      return new Value(spec, series, measured, Optional.empty());
    }
    try {
      return new Value(spec, series, measured, Spans.read(item, spec.over().get()));
    } catch (Refusal e) {
      var bad = Measured.Bad.of(e.reason(), e.getMessage());
      return new Value(spec, series, bad, Optional.empty());
    }
  }

  private String sensor(Item item) {
    if (shape.sensor().isEmpty()) {
      return "";
    }
    Source sensor = shape.sensor().get();
    int up = sensor.places().getFirst() instanceof Place.Inside(int levels, _) ? levels : 0;
    OptionalInt number = item.amongSeveral(up);
    return number.isEmpty() ? "" : "/" + sensor.of(item).orElse("at-" + number.getAsInt());
  }

  private Moment moment(String time, Optional<Moment> receipt) throws Refusal {
    if (times.isPresent()) {
      return times.get().read(time);
    }
    return receipt.orElseThrow(
        () ->
            new Refusal(
                Reason.NO_TIME, "its receipt counts only for what a broker passes on as it comes"));
  }

  private Optional<LatLon> place(Item item) throws Refusal {
    Optional<Double> latDeg = degrees(shape.latitude(), item);
    Optional<Double> lonDeg = degrees(shape.longitude(), item);
    if (latDeg.isEmpty() || lonDeg.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LatLon(latDeg.get(), lonDeg.get()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Reason.BAD_PLACE, latDeg.get() + " " + lonDeg.get() + " lies nowhere on earth");
    }
  }

  private Optional<Double> degrees(Optional<Source> source, Item item) {
    return source.flatMap(s -> s.of(item)).flatMap(w -> Numbers.read(w, shape.numbers()));
  }

  private String title(Item item) {
    return Texts.title(shape.title().flatMap(s -> s.of(item)).orElse(""));
  }

  private List<Taken> taken(List<Value> values, Moment moment, String name, About about) {
    List<Taken> all = new ArrayList<>();
    if (values.stream().allMatch(v -> v.measured() instanceof Measured.Blank)) {
      all.add(nothing(values.getFirst(), moment, name));
    }
    water(values, moment, about).ifPresent(all::add);
    for (Value value : values) {
      switch (value.measured()) {
        case Measured.Bad(var reason, var detail, var fault) -> {
          String of = values.size() > 1 ? ": " + value.spec().is().key() + " " : ": ";
          all.add(new Taken.Faulty(value.series(), moment, reason, name + of + detail, fault));
        }
        case Measured.Good good -> rain(value, good, moment, about).ifPresent(all::add);
        case Measured.Blank _ -> {}
      }
    }
    return all;
  }

  /** Of an item that could tell several quantities, one at least must be there. */
  private static Taken nothing(Value first, Moment moment, String name) {
    var why =
        ((Measured.Blank) first.measured())
            .marked()
            .orElse(Measured.Bad.of(Reason.NO_VALUE, "empty"));
    return new Taken.Faulty(
        first.series(), moment, why.reason(), name + ": " + why.detail(), why.fault());
  }

  private static Optional<Taken> water(List<Value> values, Moment moment, About about) {
    OptionalDouble stageM = good(values, Quantity.STAGE);
    OptionalDouble flowM3ps = good(values, Quantity.FLOW);
    if (stageM.isEmpty() && flowM3ps.isEmpty()) {
      return Optional.empty();
    }
    List<Value> water = values.stream().filter(v -> v.spec().is().isWater()).toList();
    boolean estimate =
        water.stream().anyMatch(v -> v.measured() instanceof Measured.Good(_, boolean e) && e);
    return Optional.of(
        new Taken.Water(
            water.getFirst().series(), moment, certain(about, estimate), stageM, flowM3ps));
  }

  private static OptionalDouble good(List<Value> values, Quantity quantity) {
    return values.stream()
        .filter(v -> v.spec().is() == quantity)
        .filter(v -> v.measured() instanceof Measured.Good)
        .mapToDouble(v -> ((Measured.Good) v.measured()).value())
        .findFirst();
  }

  private static Optional<Taken> rain(Value value, Measured.Good good, Moment moment, About about) {
    About certain = certain(about, good.estimate());
    return switch (value.spec().is()) {
      case RAIN -> Optional.of(interval(value, good.value(), moment, certain));
      case RAIN_TOTAL ->
          Optional.of(
              new Taken.Total(
                  value.series(),
                  moment,
                  certain,
                  good.value(),
                  value.spec().counter().wrapsAtMm()));
      case STAGE, FLOW -> Optional.empty();
    };
  }

  private static Taken interval(Value value, double rainMm, Moment moment, About about) {
    Duration otherwise =
        value.spec().over().orElseThrow().otherwise().orElse(Duration.ofMinutes(15));
    return new Taken.Rain(value.series(), moment, about, rainMm, value.over(), otherwise);
  }

  private static About certain(About about, boolean estimate) {
    return estimate ? new About(about.place(), Certainty.LIKELY, about.title()) : about;
  }
}
