/**
 * Warnings of authorities in the Common Alerting Protocol (OASIS CAP 1.0, 1.1 and 1.2), as single
 * documents and in Atom and RSS indexes. {@code nadhir.core.cap} writes our own.
 */
package nadhir.core.feed.cap;
