/** Shaking, waves in the ground and waves in the sea: formulas and tables of earthquakes. */
package nadhir.geofence.impact.quake;
