/**
 * Ships and response units in memory: where each was last, how far that can be believed, which is
 * in trouble, which two are about to meet, and which place each is in.
 *
 * <p>Positions come by the thousand a second and are never journaled. One {@link
 * nadhir.core.track.ShipTracker} for each lane and connection takes them in on lane time, and gives
 * back the few reports that it concludes. {@link nadhir.core.track.Presence} (entering, dwelling,
 * leaving) knows nothing of ships and serves whatever else moves: {@link
 * nadhir.core.track.UnitTracker} follows response units by it, and {@link
 * nadhir.core.track.TrackBook} parts them into partitions that can be handed from member to member.
 */
package nadhir.core.track;
