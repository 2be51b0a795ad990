package nadhir.ops.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.json.DomainJson;
import nadhir.ops.drill.DrillSession;
import nadhir.ops.http.Progress;

/** Who would be told by the revisions that wait for a decision: worked out once for each. */
final class Estimates {
  /** Revisions that are remembered. */
  private static final int MAX_REMEMBERED = 100;

  private final DrillSession session;
  private final Map<String, AudienceCounts> known = new LinkedHashMap<>();

  Estimates(DrillSession session) {
    this.session = session;
  }

  /** May block: a first look at a revision goes through the whole register. */
  synchronized List<Progress.Running> ofWaiting() {
    List<Progress.Running> waiting = new ArrayList<>();
    for (JsonNode alert : session.host().picture().snapshot().path("objects").path("alert")) {
      for (JsonNode revision : alert.path("revisions")) {
        if (revision.path("state").asText().equals("PENDING")) {
          AlertMessage message =
              DomainJson.read(revision.path("message").toString(), AlertMessage.class);
          estimate(message)
              .ifPresent(
                  counts ->
                      waiting.add(
                          new Progress.Running(
                              message.alert(),
                              message.revision(),
                              Optional.of(counts),
                              List.of())));
        }
      }
    }
    return waiting;
  }

  private Optional<AudienceCounts> estimate(AlertMessage message) {
    String key = message.alert() + "/" + message.revision();
    AudienceCounts before = known.get(key);
    if (before != null) {
      return Optional.of(before);
    }
    try {
      AudienceCounts counts = session.channels().preview(message);
      known.put(key, counts);
      if (known.size() > MAX_REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      return Optional.of(counts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
