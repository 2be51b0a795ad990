package nadhir.ops.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request may come from where it comes from. A page of another site can make a browser
 * send requests here (with no cookie of ours, as it is SameSite=Strict), and a name of that site
 * can be made to point to this machine; neither may change or see anything.
 */
final class Origins {
  /**
   * What a program that is no browser sends; a page of another site cannot, without being asked.
   */
  static final String OWN_HEADER = "X-Nadhir-Request";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final boolean loopback;
  private final Optional<URI> publicUrl;

  Origins(HttpSettings settings) {
    this.loopback = settings.isLoopback();
    this.publicUrl = settings.publicUrl();
  }

  /**
   * Bound to this machine only, the house answers to this machine's names and its public one; so a
   * foreign name that was made to point here gets nothing.
   */
  boolean isOwnHost(HttpServerRequest request) {
    if (!loopback) {
      return true;
    }
    HostAndPort authority = request.authority();
    if (authority == null) {
      return false;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(host)
        || publicUrl.map(u -> u.getHost().equalsIgnoreCase(host)).orElse(false);
  }

  /** For requests that change something. */
  boolean isOwnPage(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    if (origin != null && !isOwn(origin, request)) {
      return false;
    }
    if (site != null) {
      return site.equals("same-origin");
    }
    return origin != null || request.getHeader(OWN_HEADER) != null;
  }

  private boolean isOwn(String origin, HttpServerRequest request) {
    try {
      URI from = URI.create(origin);
      if (from.getHost() == null) {
        return false;
      }
      if (publicUrl.isPresent() && same(from, publicUrl.get())) {
        return true;
      }
      HostAndPort authority = request.authority();
      return authority != null
          && same(from, URI.create(request.scheme() + "://" + request.getHeader("Host")));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean same(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost() != null
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
