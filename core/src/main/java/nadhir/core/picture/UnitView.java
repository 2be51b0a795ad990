package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.DispatchEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;

/**
 * Units as consoles see them, in three kinds: {@code unit} is its state, with {@code seenAt} when
 * its place is its own word; {@code danger} is {@code {unit, place, since, causes, already, long}}
 * for each unit and dangerous place while it is in; {@code unheard} is {@code {unit, assignment,
 * since}} while one with an assignment is silent.
 */
final class UnitView {
  private UnitView() {}

  static Change after(Picture picture, DispatchEvent event) {
    return switch (event) {
      case DispatchEvent.UnitMoved(var unit) -> moved(picture, unit);
      case DispatchEvent.UnitAt(var unit, var place, var seenAt) ->
          at(picture, unit, place, seenAt);
      case DispatchEvent.UnitEndangered e -> {
        ObjectNode danger = DomainJson.mapper().createObjectNode().put("unit", e.unit().value());
        danger.set("place", DomainJson.tree(e.place()));
        danger.put("since", e.at().toString());
        e.causes().forEach(danger.putArray("causes")::add);
        yield put(
            "danger",
            id(e.unit(), e.place()),
            danger.put("already", e.already()).put("long", false));
      }
      case DispatchEvent.UnitStays(var unit, var place, _) -> {
        String id = id(unit, place);
        Optional<JsonNode> longer =
            picture.find("danger", id).map(d -> ((ObjectNode) d.deepCopy()).put("long", true));
        yield new Change("danger", id, longer);
      }
      case DispatchEvent.UnitSafe e -> gone("danger", id(e.unit(), e.place()));
      case DispatchEvent.UnitUnheard(var unit, var assignment, var since) ->
          put(
              "unheard",
              unit.value(),
              DomainJson.mapper()
                  .createObjectNode()
                  .put("unit", unit.value())
                  .put("assignment", assignment.value())
                  .put("since", since.toString()));
      case DispatchEvent.UnitBack e -> gone("unheard", e.unit().value());
      case DispatchEvent.IncidentOpened _,
          DispatchEvent.IncidentRevised _,
          DispatchEvent.Recommended _,
          DispatchEvent.AssignmentMoved _,
          DispatchEvent.TaskMoved _,
          DispatchEvent.IncidentClosed _ ->
          throw new IllegalArgumentException("nothing of a unit: " + event);
    };
  }

  private static String id(UnitId unit, DangerPlace place) {
    return unit + "|" + place.key();
  }

  /** Its word for where it is holds as long as nobody else says another place. */
  private static Change moved(Picture picture, UnitState unit) {
    ObjectNode now = DomainJson.tree(unit).deepCopy();
    picture
        .find("unit", unit.unit().value())
        .filter(before -> before.has("seenAt") && before.path("place").equals(now.path("place")))
        .ifPresent(before -> now.set("seenAt", before.get("seenAt")));
    return put("unit", unit.unit().value(), now);
  }

  private static Change at(Picture picture, UnitId unit, LatLon place, Instant seenAt) {
    ObjectNode now =
        picture
            .find("unit", unit.value())
            .map(before -> (ObjectNode) before.deepCopy())
            .orElseGet(() -> DomainJson.mapper().createObjectNode());
    now.set("place", DomainJson.tree(place));
    return put("unit", unit.value(), now.put("seenAt", seenAt.toString()));
  }

  private static Change put(String kind, String id, JsonNode value) {
    return new Change(kind, id, Optional.of(value));
  }

  private static Change gone(String kind, String id) {
    return new Change(kind, id, Optional.empty());
  }
}
