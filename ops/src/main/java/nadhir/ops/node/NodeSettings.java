package nadhir.ops.node;

import java.nio.file.Path;
import java.util.Optional;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.id.MemberId;
import nadhir.core.redis.RedisSettings;
import nadhir.ops.site.SitePack;

/**
 * What a node is started with.
 *
 * @param data the node's own folder: embedded Redis, known heads, CAP documents
 * @param anew what the embedded Redis holds is thrown away first: for drills
 * @param redis the Redis that members share; empty for an embedded one
 */
public record NodeSettings(
    MemberId member,
    SitePack pack,
    Path data,
    boolean anew,
    Optional<RedisSettings> redis,
    ClusterSettings cluster) {}
