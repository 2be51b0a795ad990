/** Earthquake catalogues in the text format of the FDSN event services. */
package nadhir.core.feed.fdsn;
