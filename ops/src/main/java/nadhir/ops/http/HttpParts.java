package nadhir.ops.http;

import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.metrics.Metrics;

/** What the HTTP face asks of the rest of the house. */
public record HttpParts(
    Lanes lanes,
    SiteView site,
    CapDocuments caps,
    SandboxMessages sandbox,
    Progress progress,
    TwilioStatus twilio,
    SignIn signIn,
    Sessions sessions,
    Metrics metrics) {}
