/** The site's zones: read from GeoJSON with full validation, and found again by place. */
package nadhir.geofence.zone;
