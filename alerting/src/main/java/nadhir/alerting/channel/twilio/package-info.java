/**
 * SMS through Twilio's Java SDK, over an HTTP client of our own: the SDK's own repeats a POST after
 * any 5xx, which could ring a phone twice.
 */
package nadhir.alerting.channel.twilio;
