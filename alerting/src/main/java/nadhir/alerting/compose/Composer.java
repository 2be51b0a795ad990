package nadhir.alerting.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nadhir.alerting.text.ExerciseMarks;
import nadhir.alerting.text.WordingLinter;
import nadhir.core.alert.Wording;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.risk.Slot;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/**
 * Turns a message and the values for its gaps into texts in all languages of the site. In a drill
 * lane every text carries the exercise mark at both ends.
 */
public final class Composer {
  private final SiteInfo site;
  private final Messages messages;
  private final SortedMap<ZoneId, Words> zones;
  private final boolean drill;
  private final WordingLinter linter;

  public Composer(SiteInfo site, Messages messages, List<Zone> zones, Lane lane) {
    this(site, messages, names(zones), lane instanceof Lane.Drill);
  }

  Composer(SiteInfo site, Messages messages, Map<ZoneId, Words> zones, boolean drill) {
    this.site = site;
    this.messages = messages;
    this.zones = new TreeMap<>(zones);
    this.drill = drill;
    this.linter = new WordingLinter(messages.rules(), drill);
  }

  private static SortedMap<ZoneId, Words> names(List<Zone> zones) {
    SortedMap<ZoneId, Words> names = new TreeMap<>();
    zones.forEach(zone -> names.put(zone.id(), zone.name()));
    return names;
  }

  boolean isForDrill() {
    return drill;
  }

  /** Fills the gaps; never fails, but says what is missing. */
  public Composed compose(Message message, Map<String, Slot> slots) {
    TreeSet<String> missing = new TreeSet<>();
    SortedMap<String, Wording> texts = new TreeMap<>();
    message
        .wordings()
        .forEach(
            (language, template) ->
                texts.put(language, fill(message, language, template, slots, missing)));
    List<Wording> wordings = new ArrayList<>();
    for (String language : site.languages()) {
      Wording own = texts.get(language);
      wordings.add(own != null ? own : inFallback(texts, language));
    }
    return new Composed(
        wordings, List.copyOf(missing), linter.lint(wordings, named(slots.get("places"))));
  }

  private Wording fill(
      Message message,
      String language,
      WordingTemplate template,
      Map<String, Slot> slots,
      TreeSet<String> missing) {
    var printer = new SlotPrinter(language, site.timeZone(), messages, zones);
    Function<Template, String> text =
        t ->
            marked(
                language,
                t.fill(
                    gap ->
                        printer
                            .print(gap, message, slots)
                            .orElseGet(
                                () -> {
                                  missing.add(gap.slot());
                                  return "[" + gap.slot() + "]";
                                })));
    return new Wording(
        language,
        text.apply(template.headline()),
        text.apply(template.sms()),
        text.apply(template.instruction()));
  }

  private String marked(String language, String text) {
    return drill ? ExerciseMarks.around(messages.rules().exerciseMark(language), text) : text;
  }

  private Wording inFallback(SortedMap<String, Wording> texts, String language) {
    Wording fallback = texts.get(messages.rules().mandatory().getLast());
    return new Wording(language, fallback.headline(), fallback.sms(), fallback.instruction());
  }

  private List<Words> named(Slot places) {
    return places instanceof Slot.Places(List<ZoneId> ids)
        ? ids.stream().filter(zones::containsKey).map(zones::get).toList()
        : List.of();
  }
}
