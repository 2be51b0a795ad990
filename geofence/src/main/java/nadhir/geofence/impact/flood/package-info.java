/** Water in wadis and gullies: where it comes, when, and how high, by gauges, network and rain. */
package nadhir.geofence.impact.flood;
