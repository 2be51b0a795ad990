/**
 * Rules as data: {@code rules.yaml} with conditions in ECQL over {@linkplain
 * nadhir.geofence.impact.Facts facts} and zone properties, checked whole and evaluated by GeoTools.
 */
package nadhir.geofence.rule;
