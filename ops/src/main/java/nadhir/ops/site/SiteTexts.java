package nadhir.ops.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nadhir.core.amend.SiteState;
import nadhir.core.feed.FeedConfig;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.json.DomainJson;
import nadhir.core.site.Attendance;
import nadhir.core.site.Zone;
import nadhir.dispatch.RunCard;
import nadhir.geofence.rule.Rule;

/** A site pack as the texts that consoles read: made once. */
public record SiteTexts(String siteJson, String zonesGeoJson, String rulesJson) {
  public static SiteTexts of(SitePack pack, SiteState changes) {
    return new SiteTexts(site(pack), zones(pack, changes), rules(pack, changes));
  }

  private static String rules(SitePack pack, SiteState changes) {
    ObjectNode rules = DomainJson.mapper().createObjectNode();
    rules.put("version", changes.rulesVersion());
    rules.put(
        "yaml",
        changes.rules().map(SiteState.Rules::yaml).orElse(pack.files().get("rules.yaml").text()));
    return rules.set("proposal", DomainJson.tree(changes.proposal())).toString();
  }

  private static String site(SitePack pack) {
    ObjectNode site = DomainJson.mapper().createObjectNode();
    site.set("info", DomainJson.tree(pack.info()));
    site.set("messages", DomainJson.tree(pack.messages().sheets()));
    site.set("words", DomainJson.tree(pack.messages().words()));
    site.set("units", DomainJson.tree(pack.units()));
    site.set("gauges", DomainJson.tree(pack.gauges()));
    ArrayNode feeds = site.putArray("feeds");
    pack.feeds().forEach(feed -> feeds.add(feed(feed)));
    ArrayNode rules = site.putArray("rules");
    pack.rules().forEach(rule -> rules.add(rule(rule)));
    site.set("runCards", DomainJson.tree(pack.runCards().stream().map(RunCard::name).toList()));
    ArrayNode people = site.putArray("people");
    pack.contacts()
        .institutions()
        .forEach(i -> person(people, i.ref().value(), DomainJson.tree(i.name())));
    pack.contacts()
        .partners()
        .forEach(p -> person(people, p.ref().value(), DomainJson.tree(p.name())));
    return site.toString();
  }

  /** What may be known of it everywhere; its address may hold a key. */
  private static ObjectNode feed(FeedConfig feed) {
    ObjectNode told = DomainJson.mapper().createObjectNode();
    told.put("id", feed.id().value()).put("format", feed.format().name());
    boolean nothing = feed.expects().equals(FeedConfig.NOTHING_EXPECTED);
    told.put("expects", nothing ? null : feed.expects().toString());
    told.set("tells", DomainJson.tree(feed.tells()));
    return told;
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode told = DomainJson.mapper().createObjectNode();
    told.put("id", rule.id().value()).put("hazard", rule.hazard().value());
    told.put("level", rule.level().value());
    return told.put("message", rule.message().orElse(null));
  }

  private static void person(ArrayNode people, String ref, JsonNode name) {
    people.addObject().put("ref", ref).set("name", name);
  }

  private static String zones(SitePack pack, SiteState changes) {
    var drawn = DrawnBuffers.of(pack, changes);
    ObjectNode collection = DomainJson.mapper().createObjectNode();
    collection.put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Zone zone : pack.zones()) {
      ObjectNode feature = feature(zone).put("version", changes.zoneVersion(zone.id()));
      drawn.find(zone.id()).ifPresent(buffer -> feature.set("drawn", buffer));
      features.add(feature);
    }
    return collection.toString();
  }

  private static ObjectNode feature(Zone zone) {
    ObjectNode feature = DomainJson.mapper().createObjectNode();
    feature.put("type", "Feature").put("id", zone.id().value());
    ObjectNode properties = feature.putObject("properties");
    properties.put("id", zone.id().value()).put("kind", zone.kind());
    zone.name().byLanguage().forEach((lang, name) -> properties.put("name_" + lang, name));
    properties.set("tags", DomainJson.tree(zone.tags()));
    properties.put("population_day", zone.populationDay());
    properties.put("population_night", zone.populationNight());
    if (!zone.schedule().isEmpty()) {
      ArrayNode schedule = properties.putArray("schedule");
      zone.schedule().forEach(attendance -> schedule.add(written(attendance)));
    }
    zone.siteTermMmi().ifPresent(term -> properties.put("site_term_mmi", term));
    zone.assemblyPoint()
        .ifPresent(w -> w.byLanguage().forEach((l, t) -> properties.put("assembly_point_" + l, t)));
    zone.highGround()
        .ifPresent(w -> w.byLanguage().forEach((l, t) -> properties.put("high_ground_" + l, t)));
    properties.set("access_roads", DomainJson.tree(zone.accessRoads()));
    properties.put("provenance", zone.provenance());
    ObjectNode geometry = feature.putObject("geometry");
    geometry.put("type", "MultiPolygon");
    ArrayNode polygons = geometry.putArray("coordinates");
    for (Area.Polygon polygon : zone.area().polygons()) {
      ArrayNode rings = polygons.addArray();
      ring(rings, polygon.outer());
      polygon.holes().forEach(hole -> ring(rings, hole));
    }
    return feature;
  }

  /** As a site pack writes it. */
  private static ObjectNode written(Attendance attendance) {
    ObjectNode out = DomainJson.mapper().createObjectNode();
    ArrayNode days = out.putArray("days");
    attendance.days().forEach(day -> days.add(day.name().substring(0, 2)));
    out.put("from", attendance.from().toString()).put("to", attendance.to().toString());
    return out.put("people", attendance.people());
  }

  /** GeoJSON writes longitude first. */
  private static void ring(ArrayNode rings, List<LatLon> ring) {
    ArrayNode out = rings.addArray();
    ring.forEach(p -> out.addArray().add(p.lonDeg()).add(p.latDeg()));
  }
}
