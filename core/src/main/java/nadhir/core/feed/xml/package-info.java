/**
 * XML of foreign hands, read so that nothing is fetched, nothing grows, and nothing is guessed. For
 * every feed format in XML, and for reading back our own CAP documents.
 */
package nadhir.core.feed.xml;
