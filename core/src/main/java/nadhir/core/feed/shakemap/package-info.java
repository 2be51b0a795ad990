/** How strongly the ground shook where: contours of the USGS ShakeMap. */
package nadhir.core.feed.shakemap;
