/**
 * Web Push: encryption by RFC 8291, the server's identity by RFC 8292 (VAPID), sending by RFC 8030.
 */
package nadhir.alerting.channel.webpush;
