/**
 * Who is told of an alert: people inside its area, institutions there, and lists of partners; of a
 * later revision, whoever got the earlier ones. Resolved partition by partition, each once.
 */
package nadhir.alerting.audience;
