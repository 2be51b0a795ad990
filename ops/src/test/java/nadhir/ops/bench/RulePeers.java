package nadhir.ops.bench;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nadhir.geofence.zone.Geodesy;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.mvel2.MVEL;

/**
 * The same rules for those who ask them one by one. With {@code DWITHIN} on a plane, in kilometres:
 * on longitudes and latitudes GeoTools compares degrees. The others are asked without the distance,
 * which is measured only for the rules that are left.
 */
final class RulePeers {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<RuleWork.Wanted> wanted;
  private final List<Filter> within = new ArrayList<>();
  private final List<Filter> attributes = new ArrayList<>();
  private final List<Serializable> mvel = new ArrayList<>();

  RulePeers(RuleWork work) throws CQLException {
    wanted = work.wanted();
    for (RuleWork.Wanted rule : wanted) {
      String own = "hazard = '" + rule.hazard() + "' AND " + rule.attributes(" AND ");
      attributes.add(ECQL.toFilter(own));
      within.add(ECQL.toFilter(rule.km().isPresent() ? own + dwithin(rule) : own));
      mvel.add(
          MVEL.compileExpression(
              "hazard == '" + rule.hazard() + "' && " + rule.attributes(" && ")));
    }
  }

  private static String dwithin(RuleWork.Wanted rule) {
    Coordinate centre = RuleWork.onPlane(rule.centre());
    return String.format(
        Locale.ROOT,
        " AND DWITHIN(place, POINT(%.6f %.6f), %.1f, kilometers)",
        centre.x,
        centre.y,
        rule.km().getAsDouble());
  }

  static List<SimpleFeature> features(List<RuleWork.Event> events) {
    SimpleFeatureType type = type();
    List<SimpleFeature> features = new ArrayList<>();
    for (RuleWork.Event event : events) {
      var builder = new SimpleFeatureBuilder(type);
      String hazard = event.type().value();
      builder.set("hazard", hazard);
      builder.set(RuleWork.first(hazard).key(), event.first());
      builder.set(RuleWork.second(hazard).key(), event.second());
      builder.set("place", GEOMETRIES.createPoint(RuleWork.onPlane(event.place())));
      features.add(builder.buildFeature("e" + features.size()));
    }
    return features;
  }

  private static SimpleFeatureType type() {
    var type = new SimpleFeatureTypeBuilder();
    type.setName("event");
    type.add("hazard", String.class);
    for (var hazard : List.of(RuleWork.QUAKE.value(), RuleWork.RELEASE.value())) {
      type.add(RuleWork.first(hazard).key(), Double.class);
      type.add(RuleWork.second(hazard).key(), Double.class);
    }
    type.add("place", Point.class);
    return type.buildFeatureType();
  }

  static List<Map<String, Object>> maps(List<RuleWork.Event> events) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (RuleWork.Event event : events) {
      Map<String, Object> map = new HashMap<>();
      String hazard = event.type().value();
      map.put("hazard", hazard);
      map.put(RuleWork.first(hazard).key(), event.first());
      map.put(RuleWork.second(hazard).key(), event.second());
      maps.add(map);
    }
    return maps;
  }

  BitSet byWithin(SimpleFeature feature) {
    BitSet holding = new BitSet();
    for (int i = 0; i < within.size(); i++) {
      if (within.get(i).evaluate(feature)) {
        holding.set(i);
      }
    }
    return holding;
  }

  BitSet byAttributes(SimpleFeature feature, RuleWork.Event event) {
    BitSet holding = new BitSet();
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).evaluate(feature) && isNear(i, event)) {
        holding.set(i);
      }
    }
    return holding;
  }

  BitSet byMvel(Map<String, Object> map, RuleWork.Event event) {
    BitSet holding = new BitSet();
    for (int i = 0; i < mvel.size(); i++) {
      if (MVEL.executeExpression(mvel.get(i), map, Boolean.class) && isNear(i, event)) {
        holding.set(i);
      }
    }
    return holding;
  }

  private boolean isNear(int rule, RuleWork.Event event) {
    var asked = wanted.get(rule);
    return asked.km().isEmpty()
        || Geodesy.distanceM(event.place(), asked.centre()) <= asked.km().getAsDouble() * 1_000;
  }
}
