/** Tracks spread over the members by Hazelcast's partitions. */
package nadhir.core.track.hazelcast;
