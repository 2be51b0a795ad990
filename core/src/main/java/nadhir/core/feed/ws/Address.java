package nadhir.core.feed.ws;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import nadhir.core.feed.FeedSettings;

/** Where to connect to, by an address such as {@code wss://host/path?query}. */
final class Address {
  private Address() {}

  static WebSocketConnectOptions of(URI url, FeedSettings settings) {
    boolean secure = url.getScheme().equals("wss");
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var options =
        new WebSocketConnectOptions()
            .setHost(url.getHost())
            .setPort(url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80)
            .setSsl(secure)
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
            .setTimeout(settings.answerWithin().toMillis());
    options.putHeader(HttpHeaders.USER_AGENT, settings.userAgent());
    return options;
  }
}
