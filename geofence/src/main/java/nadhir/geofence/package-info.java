/**
 * Where something happens, and how bad it will be there: zones, impact models and the rules that
 * turn impacts into assessments.
 */
package nadhir.geofence;
