package nadhir.core.feed.cap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Within;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Which of the site's hazard types an authority's event is, and from how far away it is of
 * interest:
 *
 * <pre>
 * options:
 *   within: {lat: 29.53, lon: 35.01, radiusKm: 60}
 *   types:
 *     - {event: flash flood, type: flash-flood}
 *     - {event: سيول, type: flash-flood}
 *     - {category: Geo, type: earthquake}
 *   otherwise: weather-warning
 * </pre>
 *
 * The first that fits holds: {@code event} fits when its words stand side by side in the source's
 * event, whatever the case and the way of typing Arabic; {@code category} when it is one of the
 * source's. What fits nothing is {@code otherwise}, and is not taken where that is left out.
 *
 * @param types in the order in which they are asked
 */
public record EventTypes(
    List<Rule> types, Optional<HazardTypeId> otherwise, Optional<Within> within)
    implements FeedOptions {
  public EventTypes {
    types = List.copyOf(types);
    if (types.isEmpty() && otherwise.isEmpty()) {
      throw new IllegalArgumentException("'types' or 'otherwise' must name a hazard type");
    }
  }

  /** One line of {@code types}. What is empty fits everything. */
  public record Rule(Optional<String> event, Optional<String> category, HazardTypeId type) {
    public static Rule event(String words, String type) {
      return new Rule(Optional.of(words), Optional.empty(), new HazardTypeId(type));
    }

    boolean fits(EventWords words, List<String> categories) {
      return event.map(EventWords::of).map(words::have).orElse(true)
          && category.map(c -> categories.stream().anyMatch(c::equalsIgnoreCase)).orElse(true);
    }
  }

  /**
   * Reads the options; a feed that names no types has those of {@code usual}.
   *
   * @param usual the format's own
   */
  public static EventTypes read(Optional<YamlNode> options, EventTypes usual) {
    if (options.isEmpty()) {
      return usual;
    }
    YamlNode node = options.get();
    List<Rule> types = node.optionalList("types", EventTypes::rule);
    var otherwise = node.optionalText("otherwise");
    var within = Within.read(node);
    boolean plain = types.isEmpty() && otherwise.isEmpty();
    return node.make(
            () ->
                new EventTypes(
                    plain ? usual.types : types,
                    plain ? usual.otherwise : otherwise.map(HazardTypeId::new),
                    within))
        .orElse(usual);
  }

  private static Optional<Rule> rule(YamlNode node) {
    var event = node.optionalText("event");
    var category = node.optionalText("category");
    var type = node.text("type");
    if (event.isEmpty() && category.isEmpty()) {
      node.mistake("an 'event' or a 'category' must say what is meant");
    }
    return node.make(() -> new Rule(event, category, new HazardTypeId(type)));
  }

  /** The site's type for it; refused where there is none. */
  public HazardTypeId of(String event, List<String> categories) throws Refusal {
    EventWords words = EventWords.of(event);
    for (Rule rule : types) {
      if (rule.fits(words, categories)) {
        return rule.type();
      }
    }
    return otherwise.orElseThrow(
        () -> new Refusal(Reason.UNWANTED_EVENT, "'" + event + "' " + categories));
  }

  /** The type of what no longer says what it was: the one for all else, or the first. */
  HazardTypeId vague() {
    return otherwise.orElseGet(() -> types.getFirst().type());
  }

  @Override
  public Set<HazardTypeId> hazardTypes() {
    Set<HazardTypeId> all = new LinkedHashSet<>();
    types.forEach(rule -> all.add(rule.type()));
    otherwise.ifPresent(all::add);
    return all;
  }
}
