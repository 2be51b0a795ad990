package nadhir.core.feed.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttConnectionException;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Duration;
import java.util.function.BiConsumer;
import nadhir.core.feed.Pulse;

/** One connection to a broker, from its opening to its loss. Everything runs on one context. */
final class MqttLink {
  /** What a broker grants when it grants nothing; MQTT 3.1.1, 3.9.3. */
  private static final int NOT_GRANTED = 0x80;

  /**
   * Why it was lost.
   *
   * @param why a key of {@link Pulse}
   * @param poisoned a packet cannot be read, and would come again in the same session
   * @param ours the broker is not to blame: nobody takes what it says
   */
  record Loss(String why, String detail, boolean poisoned, boolean ours) {}

  private final Vertx vertx;
  private final MqttClient client;
  private final MqttAddress address;
  private final Duration within;
  private final BiConsumer<MqttLink, MqttPublishMessage> heard;
  private final BiConsumer<MqttLink, Loss> lost;
  private long deadline = -1;
  private int waiting;
  private boolean paused;
  private volatile boolean gone;

  MqttLink(
      Vertx vertx,
      MqttClient client,
      MqttAddress address,
      Duration within,
      BiConsumer<MqttLink, MqttPublishMessage> heard,
      BiConsumer<MqttLink, Loss> lost) {
    this.vertx = vertx;
    this.client = client;
    this.address = address;
    this.within = within;
    this.heard = heard;
    this.lost = lost;
  }

  void connect() {
    deadline =
        vertx.setTimer(
            within.toMillis(), _ -> fail(Pulse.UNREACHABLE, "no answer within " + within));
    client.publishHandler(message -> heard.accept(this, message));
    client.closeHandler(_ -> fail(Pulse.UNREACHABLE, "the broker closed the connection"));
    client.exceptionHandler(this::broken);
    client.subscribeCompletionHandler(
        granted -> {
          vertx.cancelTimer(deadline);
          if (granted.grantedQoSLevels().contains(NOT_GRANTED)) {
            fail(Pulse.REFUSED, "the broker does not give the topic " + address.filter());
          }
        });
    client
        .connect(address.port(), address.host())
        .compose(_ -> client.subscribe(address.filter(), MqttQoS.AT_LEAST_ONCE.value()))
        .onFailure(this::notConnected);
  }

  private void notConnected(Throwable e) {
    if (e instanceof MqttConnectionException refused) {
      fail(Pulse.REFUSED, "the broker refuses the connection: " + refused.code());
    } else {
      fail(Pulse.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private void broken(Throwable e) {
    boolean tooLong = e instanceof TooLongFrameException;
    lose(
        tooLong
            ? new Loss(
                Pulse.MALFORMED,
                "a message of more than " + MqttLinks.MAX_PACKET_BYTES + " bytes",
                true,
                false)
            : new Loss(Pulse.UNREACHABLE, String.valueOf(e.getMessage()), false, false));
  }

  /** One message more that waits; with too many nothing more is read. */
  void waits() {
    waiting++;
    if (waiting >= MqttListener.MAX_WAITING && !paused && client.isConnected()) {
      paused = true;
      client.pause();
    }
  }

  /** It need not come again. */
  void acknowledge(MqttPublishMessage message) {
    waiting--;
    if (gone || !client.isConnected()) {
      return;
    }
    if (message.qosLevel() != MqttQoS.AT_MOST_ONCE) {
      message.ack();
    }
    if (paused && waiting <= MqttListener.MAX_WAITING / 2) {
      paused = false;
      client.resume();
    }
  }

  /** What was not acknowledged comes again with the next connection. */
  void notTaken() {
    lose(new Loss(Pulse.REFUSED, "nobody takes what it says at the moment", false, true));
  }

  private void fail(String why, String detail) {
    lose(new Loss(why, detail, false, false));
  }

  private void lose(Loss loss) {
    if (!gone) {
      end();
      lost.accept(this, loss);
    }
  }

  /** Nothing that was heard here counts any more. */
  boolean isGone() {
    return gone;
  }

  Future<Void> end() {
    gone = true;
    vertx.cancelTimer(deadline);
    return client.disconnect();
  }
}
