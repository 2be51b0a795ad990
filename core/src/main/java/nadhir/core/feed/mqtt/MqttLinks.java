package nadhir.core.feed.mqtt;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.function.BiConsumer;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedLogin;
import nadhir.core.feed.FeedSettings;

/** Opens connections to one broker. */
final class MqttLinks {
  /**
   * The largest packet that is read at all. A larger one breaks the connection, and would again and
   * again: then the session is given up, and with it what waits there.
   */
  static final int MAX_PACKET_BYTES = 4 * 1024 * 1024;

  private final Vertx vertx;
  private final FeedSettings settings;
  private final MqttAddress address;
  private final MqttClientOptions options;

  MqttLinks(Vertx vertx, FeedSettings settings, FeedConfig feed, FeedLogin login) {
    this.vertx = vertx;
    this.settings = settings;
    this.address = MqttAddress.of(feed.url());
    this.options =
        new MqttClientOptions()
            .setClientId(login.client().orElseGet(() -> address.client(feed.id())))
            .setAutoAck(false)
            .setMaxMessageSize(MAX_PACKET_BYTES);
    options.setConnectTimeout((int) settings.connectWithin().toMillis());
    login.user().ifPresent(options::setUsername);
    login.password().ifPresent(options::setPassword);
    if (address.tls()) {
      options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
      login
          .authority()
          .ifPresent(
              file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    }
  }

  /** A link that is not connected yet. */
  MqttLink open(
      boolean forgetSession,
      BiConsumer<MqttLink, MqttPublishMessage> heard,
      BiConsumer<MqttLink, MqttLink.Loss> lost) {
    var client =
        MqttClient.create(vertx, new MqttClientOptions(options).setCleanSession(forgetSession));
    return new MqttLink(vertx, client, address, settings.answerWithin(), heard, lost);
  }
}
