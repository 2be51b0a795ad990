/**
 * Conditions as tests on numbers: the one place that says when a comparison holds. GeoTools reads
 * the text; its own evaluation calls much of what is not known true ({@code a = b} with neither
 * known, {@code a - 5 < 10} without an {@code a}), and is not asked where anything is missing.
 */
package nadhir.geofence.rule.row;
