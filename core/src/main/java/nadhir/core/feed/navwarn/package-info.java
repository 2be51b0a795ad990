/** Navigational warnings to ships, as the NGA of the United States publishes them. */
package nadhir.core.feed.navwarn;
