package nadhir.ops.drill;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;

/** The turning points of a lane as lines of text, in local time, by names instead of ids. */
final class Timeline {
  private final ZoneId zone;
  private final Map<String, String> names = new HashMap<>();

  Timeline(ZoneId zone) {
    this.zone = zone;
  }

  String of(List<Entry> entries) {
    var lines = new StringBuilder();
    for (Entry entry : entries) {
      line(entry)
          .ifPresent(
              line ->
                  lines
                      .append(entry.at().atZone(zone).toLocalTime())
                      .append(' ')
                      .append(line)
                      .append('\n'));
    }
    return lines.toString();
  }

  private Optional<String> line(Entry entry) {
    return switch (entry.event()) {
      case HazardEvent.Opened(var h) -> named("hazard ", h.id().value(), h.type().value());
      case HazardEvent.Ended(var h, _, _) -> Optional.of("ended " + names.get(h.value()));
      case HazardEvent.GaugeSilent(var gauge, _) -> Optional.of("silent " + gauge);
      case AlertEvent.Proposed(var m) ->
          named("proposed ", m.alert() + "/" + m.revision(), m.messageKey())
              .map(line -> line + " " + m.type());
      case AlertEvent.Issued(var a, var r, _) -> Optional.of("issued " + names.get(a + "/" + r));
      case AlertEvent.Rejected(var a, var r, _, _) ->
          Optional.of("rejected " + names.get(a + "/" + r));
      case AlertEvent.Replaced(var a, var r) -> Optional.of("replaced " + names.get(a + "/" + r));
      case AlertEvent.Expired(var a, var r, _) -> Optional.of("expired " + names.get(a + "/" + r));
      case DispatchEvent.IncidentOpened(var i) ->
          named("incident ", i.id().value(), i.runCard().orElse("-"));
      case DispatchEvent.IncidentClosed(var i, _, _) ->
          Optional.of("closed " + names.get(i.value()));
      default -> Optional.empty();
    };
  }

  private Optional<String> named(String what, String id, String name) {
    names.put(id, name);
    return Optional.of(what + name);
  }
}
