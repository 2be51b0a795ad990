/** Earthquakes as the European-Mediterranean Seismological Centre (EMSC) tells them in JSON. */
package nadhir.core.feed.emsc;
