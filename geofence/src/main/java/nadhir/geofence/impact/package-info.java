/**
 * Impact models: what a hazard does in each zone, and when. Pure functions on plain values; each
 * names its source.
 */
package nadhir.geofence.impact;
