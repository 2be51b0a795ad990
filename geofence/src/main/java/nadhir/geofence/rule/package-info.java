/**
 * Rules as data: {@code rules.yaml} with conditions in ECQL over {@linkplain
 * nadhir.geofence.impact.Facts facts} and zone properties, checked whole. GeoTools reads them;
 * {@link nadhir.geofence.rule.row} says when they hold.
 */
package nadhir.geofence.rule;
