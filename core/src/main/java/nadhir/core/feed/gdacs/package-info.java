/** The Global Disaster Alert and Coordination System (European Commission and United Nations). */
package nadhir.core.feed.gdacs;
