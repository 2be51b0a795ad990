/** At sea and in the port: where to search, and whom a released gas can reach. */
package nadhir.geofence.impact.sea;
