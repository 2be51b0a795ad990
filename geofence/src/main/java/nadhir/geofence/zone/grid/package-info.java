/**
 * Which of many shapes hold a place: a grid that answers most places from whole squares, the others
 * from the few edges that pass their cell, and those within centimetres of an edge exactly. Knows
 * shapes by number; {@link nadhir.geofence.zone.ZoneIndex} knows which zone that is.
 */
package nadhir.geofence.zone.grid;
