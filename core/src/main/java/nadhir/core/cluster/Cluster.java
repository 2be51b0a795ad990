package nadhir.core.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import nadhir.core.track.hazelcast.HazelcastTrackStore;
import nadhir.core.track.hazelcast.LaterWord;

/**
 * Vert.x clustered on Hazelcast: who is there, a bus between them, partitions. Both only wake and
 * cache; no fact is carried by them alone.
 *
 * <p>A frozen member is given up after about 11 s and a split heals within 10 s ({@code
 * hazelcast.max.no.heartbeat.seconds}, {@code hazelcast.merge.*}: their defaults are minutes).
 */
public final class Cluster implements AutoCloseable {
  private static final int PORTS_TRIED = 20;
  private static final long JOIN_LIMIT_S = 60;

  private final Vertx vertx;
  private final HazelcastClusterManager manager;

  private Cluster(Vertx vertx, HazelcastClusterManager manager) {
    this.vertx = vertx;
    this.manager = manager;
  }

  /** Starts and joins; {@code more} adds to how Vert.x is built, its metrics for example. */
  public static Cluster start(ClusterSettings settings, UnaryOperator<VertxBuilder> more)
      throws InterruptedException {
    var manager = new HazelcastClusterManager(config(settings));
    var options =
        new VertxOptions()
            .setEventBusOptions(
                new EventBusOptions()
                    .setHost(settings.host())
                    .setClusterPublicHost(settings.host()));
    try {
      Vertx vertx =
          more.apply(Vertx.builder().with(options).withClusterManager(manager))
              .buildClustered()
              .toCompletionStage()
              .toCompletableFuture()
              .get(JOIN_LIMIT_S, TimeUnit.SECONDS);
      return new Cluster(vertx, manager);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The cluster cannot be joined: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "The cluster was not joined within " + JOIN_LIMIT_S + " seconds.", e);
    }
  }

  /** How Hazelcast is set up; for who wants members without a bus. */
  public static Config config(ClusterSettings settings) {
    var config = new Config();
    config.setClusterName(settings.name());
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    var network = config.getNetworkConfig();
    network.setPort(settings.firstPort()).setPortAutoIncrement(true).setPortCount(PORTS_TRIED);
    network.setPublicAddress(settings.host());
    network.getInterfaces().setEnabled(true).addInterface(settings.host());
    var join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(!settings.peers().isEmpty());
    settings.peers().forEach(join.getTcpIpConfig()::addMember);
    config.addMultiMapConfig(new MultiMapConfig("__vertx.subs").setBackupCount(1));
    config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    config.addMapConfig(units());
    return config;
  }

  /** Where units are: on their owner and one more member. */
  private static MapConfig units() {
    return new MapConfig(HazelcastTrackStore.MAPS)
        .setBackupCount(1)
        .setMergePolicyConfig(
            new MergePolicyConfig(LaterWord.class.getName(), MergePolicyConfig.DEFAULT_BATCH_SIZE));
  }

  public Vertx vertx() {
    return vertx;
  }

  public HazelcastInstance hazelcast() {
    return manager.getHazelcastInstance();
  }

  /** How many members are there now, this one included. */
  public int size() {
    return manager.getNodes().size();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
