/** Earthquake catalogues in QuakeML, and the products of the USGS that stand for an event. */
package nadhir.core.feed.quakeml;
