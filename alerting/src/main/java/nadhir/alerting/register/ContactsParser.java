package nadhir.alerting.register;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadhir.alerting.register.Contacts.Institution;
import nadhir.alerting.register.Contacts.InstitutionKind;
import nadhir.alerting.register.Contacts.Partner;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** Reads {@code institutions.yaml}. */
public final class ContactsParser {
  private final List<String> zones;
  private final Set<String> refs = new HashSet<>();
  private final Set<String> phones = new HashSet<>();

  private ContactsParser(List<Zone> zones) {
    this.zones = zones.stream().map(zone -> zone.id().value()).toList();
  }

  /**
   * @param zones of the site: the file may name no other
   */
  public static Parsed<Contacts> parse(SiteFile file, List<Zone> zones) {
    var parser = new ContactsParser(zones);
    return YamlNode.parse(file, parser::contacts);
  }

  private Optional<Contacts> contacts(YamlNode root) {
    var institutions = root.optionalList("institutions", this::institution);
    var partners = root.optionalList("partners", this::partner);
    return root.make(() -> new Contacts(institutions, partners));
  }

  private Optional<Institution> institution(YamlNode node) {
    var ref = ref(node);
    var kind = node.choice("kind", InstitutionKind.class);
    var name = node.words("name");
    var zone = zone(node);
    var language = node.text("language");
    var dutyPhones = dutyPhones(node);
    var tags = node.texts("tags");
    var provenance = node.text("provenance");
    return node.make(
        () ->
            new Institution(
                new PersonRef(ref),
                kind,
                name,
                new ZoneId(zone),
                language,
                dutyPhones,
                tags,
                provenance));
  }

  private Optional<Partner> partner(YamlNode node) {
    var ref = ref(node);
    var name = node.words("name");
    var zone = zone(node);
    var language = node.text("language");
    var dutyPhones = dutyPhones(node);
    var tags = node.texts("tags");
    var provenance = node.text("provenance");
    if (tags.isEmpty()) {
      node.mistake("a partner needs 'tags': alerts name partners by them");
    }
    return node.make(
        () ->
            new Partner(
                new PersonRef(ref),
                name,
                new ZoneId(zone),
                language,
                dutyPhones,
                tags,
                provenance));
  }

  private String ref(YamlNode node) {
    String ref = node.text("ref");
    if (ref.contains("/")) {
      node.mistake("ref", "no '/' in a reference: it stands before the number of a duty phone");
    }
    if (!ref.isEmpty() && !refs.add(ref)) {
      node.mistake("ref", "'" + ref + "' is there twice");
    }
    return ref;
  }

  private String zone(YamlNode node) {
    String zone = node.text("zone");
    if (!zone.isEmpty() && !zones.contains(zone)) {
      node.mistake("zone", "no zone is called '" + zone + "'" + Nearest.hint(zone, zones));
    }
    return zone;
  }

  private List<PhoneNumber> dutyPhones(YamlNode node) {
    List<String> texts = node.texts("dutyPhones");
    if (texts.isEmpty()) {
      node.mistake("'dutyPhones' must list one number at least");
    }
    for (String text : texts) {
      if (!phones.add(text)) {
        node.mistake("dutyPhones", "the number ending in " + end(text) + " is there twice");
      }
    }
    return texts.stream().flatMap(text -> phone(node, text)).toList();
  }

  private static Stream<PhoneNumber> phone(YamlNode node, String text) {
    try {
      return Stream.of(new PhoneNumber(text));
    } catch (IllegalArgumentException e) {
      node.mistake("dutyPhones", e.getMessage() + ", in quotes; not what ends in " + end(text));
      return Stream.empty();
    }
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - 2));
  }
}
