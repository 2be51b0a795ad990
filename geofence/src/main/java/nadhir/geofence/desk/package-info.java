/** The risk desk: hazards in, assessments out, by the site's impact models and rules. */
package nadhir.geofence.desk;
