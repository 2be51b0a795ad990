/**
 * From raw bytes to reports. A decoder is pure and never fails on what a source sends: each item of
 * a document becomes a report, a message that is merely heard, or a rejection with a reason. The
 * sockets that fetch the bytes live in {@code http}, {@code tcp} and {@code udp}.
 */
package nadhir.core.feed;
