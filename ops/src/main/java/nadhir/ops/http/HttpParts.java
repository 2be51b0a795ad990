package nadhir.ops.http;

import java.util.Optional;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.metrics.Metrics;

/**
 * What the HTTP face asks of the rest of the house.
 *
 * @param posted empty where no live lane is
 * @param postedPositions empty there, too
 */
public record HttpParts(
    Lanes lanes,
    HazardExtents extents,
    CapDocuments caps,
    SandboxMessages sandbox,
    Progress progress,
    TwilioStatus twilio,
    Optional<PostedReports> posted,
    Optional<PostedPositions> postedPositions,
    SignIn signIn,
    Sessions sessions,
    Metrics metrics) {}
