/**
 * Telling people: from an assessment or a person's decision to alerts, their audience, the outbox
 * and the channels.
 */
package nadhir.alerting;
