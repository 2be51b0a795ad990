/**
 * Stand-ins for the providers, inside the node, for drills and the demo: shaped like Twilio and
 * like a push service, reachable from this machine only. They keep what arrives as if on phones,
 * count what arrives twice, and decide by a seed what becomes of each message.
 */
package nadhir.alerting.sandbox;
