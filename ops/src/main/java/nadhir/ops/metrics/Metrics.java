package nadhir.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.Input.FeedHealth;

/**
 * Everything that this member counts. Every name and label is here; labels come from short lists
 * only (lanes, feeds, reasons, addresses of the contract), never from what people type.
 */
public final class Metrics implements AutoCloseable {
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();
  private final JvmGcMetrics gc = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /** All of it as text. */
  public String scrape() {
    return registry.scrape();
  }

  /** A request that has begun. */
  public Request request() {
    return new Request(Timer.start(registry));
  }

  /** Ends with what was answered. */
  public final class Request {
    private final Timer.Sample sample;

    private Request(Timer.Sample sample) {
      this.sample = sample;
    }

    /**
     * @param route the address as the contract has it, not as it was asked
     */
    public void answered(String method, String route, int status) {
      var tags = Tags.of("method", method, "route", route, "status", String.valueOf(status));
      sample.stop(Timer.builder("nadhir.http.requests").tags(tags).register(registry));
    }
  }

  /** A command was answered: {@code accepted}, or the reason why not. */
  public void command(String type, String answer) {
    count("nadhir.commands", Tags.of("type", type, "answer", answer));
  }

  /** Consoles that follow the lane here. */
  public void followers(String lane, int count) {
    gauge("nadhir.sse.followers", Tags.of("lane", lane), count);
  }

  /** A console was too slow and must come back. */
  public void followerDropped(String lane) {
    count("nadhir.sse.dropped", Tags.of("lane", lane));
  }

  /** An append was answered durable after {@code took}. */
  public void appended(String lane, Duration took) {
    timer("nadhir.journal.append", Tags.of("lane", lane)).record(took);
  }

  /** Whether this member keeps the watch, whether the store answers, how far its picture is. */
  public void watch(String lane, boolean keeps, boolean storeAway, long head) {
    gauge("nadhir.watch.kept", Tags.of("lane", lane), keeps ? 1 : 0);
    gauge("nadhir.store.away", Tags.of("lane", lane), storeAway ? 1 : 0);
    gauge("nadhir.journal.head", Tags.of("lane", lane), head);
  }

  /**
   * What limits have cost of the ships that this member follows: conclusions not told, ships
   * forgotten for others.
   */
  public void ships(String lane, long untold, long pushedOut) {
    gauge("nadhir.ships.untold", Tags.of("lane", lane), untold);
    gauge("nadhir.ships.pushed.out", Tags.of("lane", lane), pushedOut);
  }

  /** Messages of all alerts in the lane's picture. */
  public void deliveries(String lane, Channel channel, DeliveryState state, long count) {
    gauge(
        "nadhir.deliveries",
        Tags.of("lane", lane, "channel", small(channel), "state", small(state)),
        count);
  }

  private static String small(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** Documents or messages of a feed were rejected. */
  public void rejected(String feed, String reason, long items) {
    count("nadhir.feed.rejected", Tags.of("feed", feed, "reason", reason), items);
  }

  /** 1 while the feed is as expected, 0 while it is silent, not a number before the first word. */
  public void feed(String lane, String feed, FeedHealth health) {
    double value =
        switch (health) {
          case GREEN -> 1;
          case GREY -> 0;
          case UNKNOWN -> Double.NaN;
        };
    gauge("nadhir.feed.up", Tags.of("lane", lane, "feed", feed), value);
  }

  /** The lane is over: its values go. */
  public void forget(String lane) {
    registry.getMeters().stream()
        .filter(m -> lane.equals(m.getId().getTag("lane")))
        .forEach(registry::remove);
    gauges.keySet().removeIf(key -> key.contains("lane=" + lane + ","));
  }

  private void count(String name, Tags tags) {
    count(name, tags, 1);
  }

  private void count(String name, Tags tags, long times) {
    Counter.builder(name).tags(tags).register(registry).increment(times);
  }

  private Timer timer(String name, Tags tags) {
    return Timer.builder(name).tags(tags).publishPercentiles(0.5, 0.99).register(registry);
  }

  private void gauge(String name, Tags tags, double value) {
    var key = new StringBuilder(name).append(' ');
    tags.forEach(t -> key.append(t.getKey()).append('=').append(t.getValue()).append(','));
    gauges
        .computeIfAbsent(
            key.toString(),
            _ -> {
              var held = new AtomicReference<>(value);
              Gauge.builder(name, held, AtomicReference::get).tags(tags).register(registry);
              return held;
            })
        .set(value);
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }
}
