package nadhir.alerting.desk;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.event.Effect;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.Assessment;

/**
 * Everything that the alert desk knows.
 *
 * @param alerts in the order in which they were first proposed
 * @param byAssessment the alert that was made for an assessment, by the assessment's id
 * @param effects asked for and not ended, by id
 * @param ended the effect whose end is the newest input
 * @param asking the person whose command is the newest
 * @param heard the newest word of the rules
 */
public record AlertState(
    List<AlertTrack> alerts,
    SortedMap<String, AlertId> byAssessment,
    SortedMap<String, Effect> effects,
    Optional<Effect> ended,
    Optional<Actor.Person> asking,
    Optional<Assessment> heard)
    implements DeskState {
  public AlertState {
    alerts = List.copyOf(alerts);
    byAssessment = Collections.unmodifiableSortedMap(new TreeMap<>(byAssessment));
    effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
  }
}
