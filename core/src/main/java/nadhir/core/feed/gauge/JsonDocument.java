package nadhir.core.feed.gauge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.Reason;

/** A JSON document while it is read, item by item. */
final class JsonDocument {
  private final List<ShapeReader> shapes;
  private final List<Layout.Json> layouts;
  private final Delivery delivery;
  private final Optional<Moment> receipt;
  private final List<Taken> taken;
  private Map<List<String>, List<String>> outside = Map.of();
  private int items;
  private boolean anyFits;

  /**
   * @param taken gets what the items hold
   */
  JsonDocument(
      List<ShapeReader> shapes, Delivery delivery, Optional<Moment> receipt, List<Taken> taken) {
    this.shapes = shapes;
    this.layouts = shapes.stream().map(s -> (Layout.Json) s.shape().layout()).toList();
    this.delivery = delivery;
    this.receipt = receipt;
    this.taken = taken;
  }

  /** What is wrong with the document as a whole. */
  Optional<Decoded.Rejected> read(byte[] raw) {
    List<List<String>> wanted =
        shapes.stream().flatMap(s -> places(s.shape())).flatMap(JsonDocument::outside).toList();
    outside = JsonWalk.outside(raw, wanted.stream().distinct().toList());
    Optional<Decoded.Rejected> fault = new JsonWalk(layouts, this::outermost).walk(raw);
    if (items > GaugeDecoder.MAX_ITEMS) {
      return Optional.of(GaugeDecoder.tooMany());
    }
    if (items > 0 && !anyFits && fault.isEmpty()) {
      taken.clear();
      return Optional.of(
          new Decoded.Rejected(
              Reason.WRONG_DOCUMENT, "nothing measured in any of its " + items + " items"));
    }
    return fault;
  }

  private static Stream<Place> places(Shape shape) {
    List<Source> sources = new ArrayList<>(List.of(shape.gauge()));
    if (shape.time() instanceof TimeSpec.Stated stated) {
      sources.addAll(stated.parts());
    }
    for (QuantitySpec quantity : shape.quantities()) {
      sources.add(quantity.value());
      quantity.when().forEach(condition -> sources.add(condition.source()));
      quantity.unit().from().ifPresent(sources::add);
      quantity.flags().ifPresent(sources::add);
      quantity.noValue().declared().ifPresent(sources::add);
      quantity.over().flatMap(QuantitySpec.Over::from).ifPresent(sources::add);
    }
    shape.noValue().declared().ifPresent(sources::add);
    shape.flags().from().ifPresent(sources::add);
    Stream.of(shape.series(), shape.sensor(), shape.latitude(), shape.longitude(), shape.title())
        .forEach(source -> source.ifPresent(sources::add));
    return sources.stream().flatMap(source -> source.places().stream());
  }

  private static Stream<List<String>> outside(Place place) {
    return place instanceof Place.InDocument(var steps) ? Stream.of(steps) : Stream.empty();
  }

  /** The first shape that fits takes it. */
  private boolean outermost(JsonNode node, int number, List<Integer> candidates) {
    for (int candidate : candidates) {
      if (fits(node, layouts.get(candidate))) {
        anyFits = true;
        var item = new JsonItem(List.of(node), List.of(0), List.of(number), outside, delivery);
        descend(item, shapes.get(candidate), layouts.get(candidate).inner());
        return items <= GaugeDecoder.MAX_ITEMS;
      }
    }
    unlike("item " + (number + 1));
    return items <= GaugeDecoder.MAX_ITEMS;
  }

  private static boolean fits(JsonNode node, Layout.Json layout) {
    boolean lists = layout.inner().isEmpty() || list(node, layout.inner().getFirst()).isArray();
    return lists
        && layout.has().stream()
            .map(steps -> JsonItem.at(node, steps))
            .noneMatch(there -> there.isMissingNode() || there.isNull());
  }

  private static JsonNode list(JsonNode node, List<String> steps) {
    return JsonItem.at(node, steps);
  }

  private void descend(JsonItem item, ShapeReader reader, List<List<String>> inner) {
    if (inner.isEmpty()) {
      if (++items <= GaugeDecoder.MAX_ITEMS) {
        taken.addAll(reader.read(item, receipt));
      }
      return;
    }
    JsonNode list = list(item.levels().getLast(), inner.getFirst());
    if (!list.isArray()) {
      unlike(item.where());
      return;
    }
    int number = 0;
    for (JsonNode element : list) {
      if (items > GaugeDecoder.MAX_ITEMS) {
        return;
      }
      descend(item.with(element, list.size(), number++), reader, inner.subList(1, inner.size()));
    }
  }

  /** An item of another kind; when there are no others, it is another kind of document. */
  private void unlike(String name) {
    items++;
    taken.add(
        new Taken.Refused(
            new Decoded.Rejected(Reason.NO_VALUE, name + ": nothing measured in it")));
  }
}
