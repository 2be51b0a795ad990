/**
 * Answers for all rules at once which of them hold in which zones. Conditions that {@link
 * nadhir.geofence.rule} has parsed and checked become tests on columns of numbers; their bounds are
 * indexed by hazard type, by ground and by threshold. The verdicts are those of {@link
 * nadhir.geofence.rule.Condition#holds}.
 */
package nadhir.geofence.engine;
