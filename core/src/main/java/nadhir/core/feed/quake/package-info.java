/** What all formats of earthquake catalogues share: their bounds, their words, their versions. */
package nadhir.core.feed.quake;
