package nadhir.geofence.rule;

import java.util.Map;

/** Values by name, as the object that a GeoTools filter is asked about. */
record Named(Map<String, ?> values) {}
