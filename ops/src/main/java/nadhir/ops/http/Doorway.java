package nadhir.ops.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignedIn;

/** What every request passes: an id, headers that browsers heed, where it is from, who asks. */
final class Doorway {
  private static final String PERSON = "person";
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** As the console lives with it; nothing from elsewhere, nothing inline. */
  private static final String CSP =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self';"
          + " connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final HttpSettings settings;
  private final Origins origins;
  private final Sessions sessions;
  private final Blocking blocking;
  private final SecureRandom random = new SecureRandom();

  Doorway(HttpSettings settings, Sessions sessions, Blocking blocking) {
    this.settings = settings;
    this.origins = new Origins(settings);
    this.sessions = sessions;
    this.blocking = blocking;
  }

  /** The first handler of all. */
  void enter(RoutingContext request) {
    Answers.identify(request, requestId(request.request()));
    var headers = request.response().headers();
    headers.set("Content-Security-Policy", CSP);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=()");
    if (settings.secure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (!origins.isOwnHost(request.request())) {
      throw Problem.of(403, "foreign-host", "The house is not reached under this name.").stop();
    }
    request.next();
  }

  private String requestId(HttpServerRequest request) {
    String given = request.getHeader("X-Request-Id");
    if (given != null && REQUEST_ID.matcher(given).matches()) {
      return given;
    }
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Before everything that changes something: it must come from the console's own page. */
  void ownPage(RoutingContext request) {
    if (!SAFE.contains(request.request().method()) && !origins.isOwnPage(request.request())) {
      throw Problem.of(403, "foreign-origin", "The request does not come from the console's page.")
          .stop();
    }
    request.next();
  }

  /** Lets only those pass who are signed in. */
  void signedIn(RoutingContext request) {
    String token = token(request);
    blocking
        .call(() -> sessions.find(token))
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    person -> {
                      request.put(PERSON, person);
                      request.next();
                    },
                    () -> request.fail(Problem.of(401, "signed-out", "Sign in first.").stop())))
        .onFailure(request::fail);
  }

  static SignedIn person(RoutingContext request) {
    return request.get(PERSON);
  }

  /** The session's token; empty text when the request has none. */
  String token(RoutingContext request) {
    Cookie cookie = request.request().getCookie(cookieName());
    return cookie == null ? "" : cookie.getValue();
  }

  void setCookie(RoutingContext request, String token) {
    request.response().addCookie(cookie(token).setMaxAge(sessions.limits().longest().toSeconds()));
  }

  void dropCookie(RoutingContext request) {
    request.response().addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(cookieName(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(settings.secure())
        .setSameSite(CookieSameSite.STRICT);
  }

  private String cookieName() {
    return settings.secure() ? "__Host-nadhir_session" : "nadhir_session";
  }

  /** Where the request came from, for slowing down those who guess. */
  String address(RoutingContext request) {
    String peer = request.request().remoteAddress().hostAddress();
    String forwarded = request.request().getHeader("X-Forwarded-For");
    if (settings.behindProxy() && forwarded != null) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      return ClientAddress.of(last).orElse(peer == null ? "unknown" : peer);
    }
    return peer == null ? "unknown" : ClientAddress.of(peer).orElse("unknown");
  }
}
