package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twilio's status callback: no session, a signature instead. */
final class TwilioRoute {
  private final TwilioStatus twilio;
  private final Optional<URI> publicUrl;
  private final Blocking blocking;

  TwilioRoute(TwilioStatus twilio, HttpSettings settings, Blocking blocking) {
    this.twilio = twilio;
    this.publicUrl = settings.publicUrl();
    this.blocking = blocking;
  }

  Future<Void> take(RoutingContext request) {
    var body = request.body().buffer();
    var callback =
        new TwilioStatus.Callback(
            url(request),
            form(body == null ? "" : body.toString(StandardCharsets.UTF_8)),
            Optional.ofNullable(request.request().getHeader("X-Twilio-Signature")));
    return blocking
        .call(() -> twilio.take(callback))
        .compose(
            taken ->
                switch (taken) {
                  case TAKEN -> request.response().setStatusCode(204).end();
                  case FORGED ->
                      throw Problem.of(403, "signature", "The signature is missing or wrong.")
                          .stop();
                });
  }

  /** As Twilio called it: a proxy in between may have changed scheme, host and port. */
  private URI url(RoutingContext request) {
    String path = request.request().uri();
    return publicUrl
        .map(own -> own.getScheme() + "://" + own.getRawAuthority() + path)
        .or(
            () ->
                Optional.of(
                    request.request().scheme()
                        + "://"
                        + request.request().getHeader("Host")
                        + path))
        .map(URI::create)
        .orElseThrow();
  }

  /** Untrimmed and in order, because the signature covers every letter. */
  static List<Map.Entry<String, String>> form(String body) {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        form.add(Map.entry(decoded(name), decoded(value)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problem.of(400, "malformed", "The form is not well encoded.").stop();
    }
  }
}
