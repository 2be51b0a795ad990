package nadhir.geofence.zone;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Attendance;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/**
 * Reads {@code zones.geojson} (RFC 7946): a feature is a zone, a Polygon or MultiPolygon, or a
 * Point, LineString or MultiLineString with a {@code buffer_m} around it.
 *
 * <p>JSON's syntax is checked by Jackson; the tree is then read as YAML 1.2, of which JSON is a
 * part, because that reader knows lines and lists all mistakes.
 */
public final class ZoneFile {
  /** So many zones at most. */
  public static final int MAX_ZONES = 10_000;

  private static final String GROUP = "group_";

  /** Characters; a feature with its outline is longer than its own lines. */
  private static final int LONG_LINE = 200;

  private final SiteInfo site;
  private final Map<String, Integer> lineOfId = new HashMap<>();

  private ZoneFile(SiteInfo site) {
    this.site = site;
  }

  /** The zones, sorted by id. */
  public static Parsed<List<Zone>> parse(SiteFile file, SiteInfo site) {
    List<Mistake> syntax = JsonSyntax.mistakes(file);
    if (!syntax.isEmpty()) {
      return Parsed.failed(syntax);
    }
    var reader = new ZoneFile(site);
    return isDense(file)
        ? YamlNode.parseWithColumns(file, reader::collection)
        : YamlNode.parse(file, reader::collection);
  }

  /** Tools write whole files on one line: there a line alone says nothing. */
  private static boolean isDense(SiteFile file) {
    return file.text().length() > LONG_LINE * (1 + file.text().lines().count());
  }

  /** One zone: a Feature by itself. Mistakes have the lines of {@code file}. */
  public static Parsed<Zone> parseOne(SiteFile file, SiteInfo site) {
    List<Mistake> syntax = JsonSyntax.mistakes(file);
    if (!syntax.isEmpty()) {
      return Parsed.failed(syntax);
    }
    return YamlNode.parse(file, new ZoneFile(site)::feature);
  }

  private Optional<List<Zone>> collection(YamlNode root) {
    String type = root.text("type");
    if (!type.isEmpty() && !type.equals("FeatureCollection")) {
      root.mistake("type", "must be a FeatureCollection, not a " + type);
      return Optional.empty();
    }
    root.optionalText("name");
    root.find("bbox");
    if (root.has("crs")) {
      root.mistake("crs", "GeoJSON is always WGS 84 longitude, latitude (RFC 7946): remove 'crs'");
    }
    List<Zone> zones = root.list("features", this::feature);
    if (zones.size() > MAX_ZONES) {
      root.mistake("features", "more than " + MAX_ZONES + " zones");
    }
    return root.make(() -> zones.stream().sorted(Comparator.comparing(Zone::id)).toList());
  }

  private Optional<Zone> feature(YamlNode feature) {
    String type = feature.text("type");
    if (!type.isEmpty() && !type.equals("Feature")) {
      feature.mistake(
          "type", ZoneFault.NOT_A_FEATURE.said("must be a Feature, not a " + type, "type", type));
    }
    feature.find("id");
    feature.find("bbox");
    return feature.node("properties", node -> properties(node, feature));
  }

  private Optional<Zone> properties(YamlNode node, YamlNode feature) {
    var bufferM = node.optionalNumber("buffer_m");
    var area = feature.node("geometry", g -> new ZoneGeometry(g, site.centre(), bufferM).read());
    var id = node.text("id");
    var name = words(node, "name", true);
    var kind = node.text("kind");
    var tags = tags(node);
    node.texts("groups").forEach(group -> inGroup(node, tags, group));
    int day = population(node, "population_day");
    int night = population(node, "population_night");
    var schedule = node.optionalList("schedule", ZoneFile::attendance);
    var siteTerm = node.optionalNumber("site_term_mmi");
    var assembly = words(node, "assembly_point", false);
    var highGround = words(node, "high_ground", false);
    var roads = node.optionalList("access_roads", road -> road.asWords("a road"));
    var provenance = node.text("provenance");
    if (siteTerm.isPresent() && Math.abs(siteTerm.getAsDouble()) > 3) {
      node.mistake(
          "site_term_mmi",
          ZoneFault.SITE_TERM.said("a site term lies between -3 and 3 units of intensity"));
    }
    unique(node, id);
    if (area.isEmpty()) {
      return Optional.empty();
    }
    return node.make(
        () ->
            new Zone(
                new ZoneId(id),
                name.orElseThrow(),
                kind,
                tags,
                area.get(),
                ZoneGeometry.centre(area.get()),
                day,
                night,
                schedule,
                siteTerm,
                assembly,
                highGround,
                roads,
                provenance));
  }

  private void unique(YamlNode node, String id) {
    Integer before = id.isEmpty() ? null : lineOfId.putIfAbsent(id, node.line("id"));
    if (before != null) {
      node.mistake(
          "id",
          ZoneFault.ID_TAKEN.said(
              "zone '" + id + "' is there already, on line " + before,
              "id",
              id,
              "line",
              before.toString()));
    }
  }

  /** {@code name_ar}, {@code name_en} … as one text; the first two languages are mandatory. */
  private Optional<Words> words(YamlNode node, String stem, boolean required) {
    Map<String, String> byLanguage = new TreeMap<>();
    for (String language : site.languages()) {
      node.optionalText(stem + "_" + language).ifPresent(text -> byLanguage.put(language, text));
    }
    boolean wanted = required || !byLanguage.isEmpty();
    for (String language : site.languages().stream().limit(2).toList()) {
      if (wanted && !byLanguage.containsKey(language)) {
        String name = stem + "_" + language;
        node.mistake(
            ZoneFault.LANGUAGE_MISSING.said(
                "'" + name + "' is missing: the language is mandatory", "name", name));
      }
    }
    return byLanguage.isEmpty() ? Optional.empty() : Optional.of(Words.of(byLanguage));
  }

  private static SortedMap<String, String> tags(YamlNode node) {
    Map<String, String> tags = node.map("tags", (_, value) -> Optional.of(value.asText()));
    for (String tag : tags.keySet()) {
      if (ZoneProperties.NAMES.contains(tag) || !tag.matches("[a-z][a-z0-9_]*")) {
        node.mistake(
            "tags",
            ZoneFault.TAG.said(
                "a tag is named a-z 0-9 _ and unlike " + ZoneProperties.NAMES + ": " + tag,
                "name",
                tag,
                "taken",
                String.join(", ", ZoneProperties.NAMES)));
      }
    }
    String keepOff = tags.getOrDefault(KeepOff.TAG, "");
    if (!keepOff.isEmpty() && KeepOff.read(KeepOff.TAG, keepOff).isEmpty()) {
      node.mistake(
          "tags",
          ZoneFault.KEEP_OFF.said(
              "keep_off is \"latitude longitude metres\", several with ';': " + keepOff,
              "value",
              keepOff));
    }
    return new TreeMap<>(tags);
  }

  /** {@code {"days": ["SU", "MO"], "from": "07:00", "to": "14:00", "people": 400}}. */
  private static Optional<Attendance> attendance(YamlNode node) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String day : node.texts("days")) {
      Arrays.stream(DayOfWeek.values())
          .filter(d -> d.name().startsWith(day) && day.length() == 2)
          .findFirst()
          .ifPresentOrElse(
              days::add,
              () ->
                  node.mistake(
                      "days",
                      ZoneFault.DAY.said(
                          "a day is MO TU WE TH FR SA SU, not " + day, "value", day)));
    }
    if (days.isEmpty()) {
      node.mistake("days", ZoneFault.NO_DAYS.said("'days' names at least one day"));
    }
    var from = time(node, "from");
    var to = time(node, "to");
    int people = population(node, "people");
    return node.make(() -> new Attendance(days, from, to, people));
  }

  private static LocalTime time(YamlNode node, String key) {
    String text = node.text(key);
    try {
      return text.isEmpty() ? LocalTime.MIN : LocalTime.parse(text);
    } catch (DateTimeException _) {
      node.mistake(
          key,
          ZoneFault.TIME.said(
              "'" + key + "' is a time of day such as 07:30, not '" + text + "'",
              "name",
              key,
              "value",
              text));
      return LocalTime.MIN;
    }
  }

  /** A group is a tag, so that a rule can say {@code group_hotels = 'yes'}. */
  private static void inGroup(YamlNode node, SortedMap<String, String> tags, String group) {
    if (!group.matches("[a-z][a-z0-9_]*")) {
      node.mistake(
          "groups", ZoneFault.GROUP.said("a group is named a-z 0-9 _: " + group, "name", group));
    }
    tags.put(GROUP + group, "yes");
  }

  private static int population(YamlNode node, String key) {
    int people = node.integer(key);
    if (people < 0) {
      node.mistake(
          key, ZoneFault.NEGATIVE.said("'" + key + "' cannot be less than 0", "name", key));
    }
    return people;
  }
}
