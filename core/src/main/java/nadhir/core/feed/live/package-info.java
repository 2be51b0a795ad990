/** Feeds of the live lane: from a site's configuration to running adapters. */
package nadhir.core.feed.live;
