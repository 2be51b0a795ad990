/**
 * Water and rain gauges of any source that writes JSON or tables: one decoder, and mappings that
 * say where in a document the gauge, the time and the values stand. A site writes its mapping under
 * {@code options:} of a feed; formats with a name are mappings of our own.
 */
package nadhir.core.feed.gauge;
