package nadhir.core.watch;

import java.time.Duration;
import nadhir.core.id.MemberId;

/**
 * How a member keeps a lane.
 *
 * @param site id of the site, and the hash of the pack in force on this member
 * @param leaseLife how long a member that has fallen silent keeps the lane
 * @param effectsAtOnce effects that run at a time: 1 in a drill, so that a run repeats
 * @param snapshotEvery entries between two snapshots
 */
public record LaneSettings(
    MemberId member,
    String site,
    String siteSha256,
    Duration leaseLife,
    int effectsAtOnce,
    int snapshotEvery) {}
