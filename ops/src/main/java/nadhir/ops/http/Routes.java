package nadhir.ops.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.Locale;

/** Which address is answered by what, in the order of the contract. */
final class Routes {
  static final long MAX_BODY_BYTES = 256 * 1024;
  static final long MAX_CREDENTIALS_BYTES = 8 * 1024;
  private static final String LANE = "/api/v1/lanes/:lane";

  private final HttpParts parts;
  private final HttpSettings settings;
  private final Vertx vertx;
  private final Contract contract;
  private final ConsoleFiles console;
  private final Bodies bodies;
  private final Blocking blocking;
  private final Doorway doorway;
  private final EventStream events;

  private Routes(
      HttpSettings settings,
      HttpParts parts,
      Vertx vertx,
      Contract contract,
      ConsoleFiles console) {
    this.settings = settings;
    this.parts = parts;
    this.vertx = vertx;
    this.contract = contract;
    this.console = console;
    this.bodies = new Bodies(contract);
    this.blocking = new Blocking(vertx);
    this.doorway = new Doorway(settings, parts.sessions(), blocking);
    this.events = new EventStream(parts, doorway, blocking, vertx, settings);
  }

  static Routes load(HttpSettings settings, HttpParts parts, Vertx vertx) {
    return new Routes(
        settings, parts, vertx, Contract.load(), ConsoleFiles.load(Routes.class.getClassLoader()));
  }

  Router router() {
    Router router = Router.router(vertx);
    Failures.mount(router);
    router.route().handler(this::timed);
    router.route().handler(doorway::enter);
    session(router);
    lanes(router);
    others(router);
    router.route("/api/*").handler(Routes::nothing);
    router.get().handler(Handling.by(console::serve));
    router.head().handler(Handling.by(console::serve));
    return router;
  }

  private void session(Router router) {
    var session = new SessionRoutes(parts, doorway, bodies, blocking);
    withJson(router.post("/api/v1/session"), MAX_CREDENTIALS_BYTES)
        .handler(Handling.by(session::signIn));
    router
        .delete("/api/v1/session")
        .handler(policy(doorway::ownPage))
        .handler(doorway::signedIn)
        .handler(Handling.by(session::signOut));
    signedIn(router, "/api/v1/me", session::me);
  }

  private void lanes(Router router) {
    var finder = new LaneFinder(parts.lanes());
    var lanes = new LaneRoutes(parts, finder, bodies, blocking);
    var around = new AroundRoutes(finder, parts.extents(), blocking);
    var positions =
        new PositionsRoute(
            finder,
            bodies,
            blocking,
            parts.metrics(),
            parts.postedPositions(),
            new PostDoor(doorway));
    var explanation = new ExplanationRoute(finder, blocking);
    var commands = new CommandRoute(finder, bodies, blocking, parts.metrics());
    signedIn(router, "/api/v1/lanes", lanes::list);
    signedIn(router, LANE + "/picture", lanes::picture);
    signedIn(router, LANE + "/events", events::follow);
    signedIn(router, LANE + "/site", lanes::site);
    signedIn(router, LANE + "/zones", lanes::zones);
    signedIn(router, LANE + "/rules", lanes::rules);
    signedIn(router, LANE + "/extents", around::extents);
    signedIn(router, LANE + "/hazards/:hazard/explanation", explanation::explain);
    signedIn(router, LANE + "/tracks", around::tracks);
    signedIn(router, LANE + "/passages", around::passages);
    signedIn(router, LANE + "/positions", positions::followed);
    signedIn(router, LANE + "/journal", lanes::journal);
    signedIn(router, LANE + "/alerts/:alert/:revision/cap.xml", lanes::cap);
    withJson(router.post(LANE + "/commands"), MAX_BODY_BYTES)
        .handler(doorway::signedIn)
        .handler(Handling.by(commands::take));
    withJson(router.post(LANE + "/positions"), MAX_BODY_BYTES)
        .handler(doorway::signedIn)
        .handler(Handling.by(positions::take));
    signed(router, "/api/v1/positions", positions::takePosted);
    withJson(router.post(LANE + "/zones/check"), MAX_BODY_BYTES)
        .handler(doorway::signedIn)
        .handler(Handling.by(lanes::checkZone));
    signedIn(router, "/api/v1/sandbox/messages", lanes::sandbox);
  }

  private void others(Router router) {
    var twilio = new TwilioRoute(parts.twilio(), settings, blocking);
    var reports = new ReportsRoute(parts.posted(), new PostDoor(doorway), bodies, blocking);
    var health = new HealthRoutes(parts, blocking);
    signed(router, "/api/v1/reports", reports::take);
    router
        .post("/api/v1/twilio/status")
        .handler(policy(request -> needs(request, "application/x-www-form-urlencoded")))
        .handler(body(MAX_BODY_BYTES))
        .handler(Handling.by(twilio::take));
    router.get("/health/live").handler(Handling.by(health::live));
    router.get("/health/ready").handler(Handling.by(health::ready));
    router.get("/metrics").handler(Handling.by(health::metrics));
  }

  /** Of a program that signs what it posts, and has no session. */
  private static void signed(Router router, String path, Handling handling) {
    router
        .post(path)
        .handler(policy(request -> needs(request, "application/json")))
        .handler(body(MAX_BODY_BYTES))
        .handler(Handling.by(handling));
  }

  private void signedIn(Router router, String path, Handling handling) {
    router.get(path).handler(doorway::signedIn).handler(Handling.by(handling));
  }

  private Route withJson(Route route, long maxBytes) {
    return route
        .handler(policy(doorway::ownPage))
        .handler(policy(request -> needs(request, "application/json")))
        .handler(body(maxBytes));
  }

  /** The router wants to know what may stand before the body is read. */
  private static SecurityPolicyHandler policy(SecurityPolicyHandler handler) {
    return handler;
  }

  private static BodyHandler body(long maxBytes) {
    return BodyHandler.create(false).setBodyLimit(maxBytes);
  }

  private static void needs(RoutingContext request, String type) {
    String given = request.request().getHeader("Content-Type");
    String plain = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!plain.equals(type)) {
      throw Problem.of(415, "content-type", "The body must be " + type + ".").stop();
    }
    request.next();
  }

  /** A known path under another method is 405, which the router finds out by itself. */
  private static void nothing(RoutingContext request) {
    boolean read =
        request.request().method() == HttpMethod.GET
            || request.request().method() == HttpMethod.HEAD;
    if (read) {
      throw Problem.of(404, "not-found", "There is nothing at this address.").stop();
    }
    request.next();
  }

  private void timed(RoutingContext request) {
    var timing = parts.metrics().request();
    request.addEndHandler(
        _ -> {
          // a stream lives for hours: its followers are counted instead
          String address = contract.address(request.request().path()).orElse("console");
          if (!address.endsWith("/events")) {
            timing.answered(
                request.request().method().name(), address, request.response().getStatusCode());
          }
        });
    request.next();
  }

  void close() {
    events.close();
    blocking.close();
  }
}
