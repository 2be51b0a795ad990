package nadhir.drills.scenario;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nadhir.core.id.Id;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/**
 * What the parts of a scenario file are checked against while they are read: its span, its people,
 * the site's names.
 */
record Script(SiteKeys keys, Instant start, Instant end, SortedMap<PersonRef, List<Role>> people) {

  /** A moment within the drill. */
  Instant moment(YamlNode node, String key) {
    var at = anyMoment(node, key);
    if (at.isBefore(start) || at.isAfter(end)) {
      node.mistake(key, "'" + node.text(key) + "' lies outside the drill");
    }
    return at;
  }

  /** A moment that may lie outside the drill: when a warning begins or ends. */
  Instant anyMoment(YamlNode node, String key) {
    return read(node, key, node.text(key));
  }

  Optional<Instant> optionalMoment(YamlNode node, String key) {
    return node.optionalText(key).map(text -> read(node, key, text));
  }

  private Instant read(YamlNode node, String key, String text) {
    var at = TimeText.parse(text, start, keys.timeZone());
    if (at.isEmpty() && !text.isEmpty()) {
      node.mistake(
          key,
          "'%s' must be a moment such as 15:30, +PT30M or 2026-11-20T15:30, not '%s'"
              .formatted(key, text));
    }
    return at.orElse(start);
  }

  /** A name that the site must know. */
  String known(YamlNode node, String key, String what, Collection<String> names) {
    String name = node.text(key);
    check(node, key, name, what, names);
    return name;
  }

  void check(YamlNode node, String key, String name, String what, Collection<String> names) {
    if (!name.isEmpty() && !names.contains(name)) {
      node.mistake(key, "the site has no " + what + " '" + name + "'" + Nearest.hint(name, names));
    }
  }

  /** A name that the site must know, or {@link Trigger#ANY}. */
  String pattern(YamlNode node, String key, String what, Collection<String> names) {
    String name = node.text(key);
    if (!name.equals(Trigger.ANY)) {
      check(node, key, name, what, names);
    }
    return name;
  }

  /** One of the scenario's people. */
  PersonRef person(YamlNode node, String key, String name) {
    var names = people.keySet().stream().map(PersonRef::value).toList();
    if (!name.isEmpty() && !names.contains(name)) {
      node.mistake(
          key, "'" + name + "' is not among the scenario's people" + Nearest.hint(name, names));
    }
    return new PersonRef(Id.isValid(name) ? name : "nobody");
  }
}
