package nadhir.core.journal.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisSettings;
import nadhir.core.sim.RedisForTests;
import nadhir.core.sim.RedisJournalContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The journal on a Redis in a container, where Docker runs. The image is {@code
 * -Dnadhir.redis.image}, or one made of this machine's redis-server by {@code
 * src/test/docker/redis-image.sh}.
 */
class TestcontainersRedisJournalIT extends RedisJournalContract {
  private static final int PORT = 6379;
  private static final String OWN_IMAGE = "nadhir-test/redis:of-this-machine";

  private static GenericContainer<?> container;
  private static Redis redis;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/var/run/docker.sock")) || System.getenv("DOCKER_HOST") != null,
        "Docker does not run here: no /var/run/docker.sock and no DOCKER_HOST");
    assumeTrue(
        "true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
            && "true".equals(System.getenv("TESTCONTAINERS_CHECKS_DISABLE")),
        "Testcontainers would look for images of its own on the network; run by Maven, or set"
            + " TESTCONTAINERS_RYUK_DISABLED=true, TESTCONTAINERS_CHECKS_DISABLE=true and"
            + " TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1");
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "Docker does not answer, though its socket is there");
    container = redisServer(image());
    container.start();
    redis =
        Redis.connect(
            RedisSettings.of(
                "redis://:"
                    + RedisForTests.PASSWORD
                    + "@127.0.0.1:"
                    + container.getMappedPort(PORT)));
  }

  /** Published on the loopback interface only. */
  @SuppressWarnings("resource")
  private static GenericContainer<?> redisServer(String image) {
    return new GenericContainer<>(image)
        .withExposedPorts(PORT)
        .withCreateContainerCmdModifier(
            command ->
                command
                    .getHostConfig()
                    .withPortBindings(
                        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT))))
        .withCommand(
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--requirepass",
            RedisForTests.PASSWORD)
        .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*\\n", 1))
        .withStartupTimeout(Duration.ofSeconds(60));
  }

  private static String image() throws Exception {
    var chosen = System.getProperty("nadhir.redis.image", "");
    if (!chosen.isEmpty()) {
      return chosen;
    }
    var present =
        DockerClientFactory.instance()
            .client()
            .listImagesCmd()
            .withFilter("reference", List.of(OWN_IMAGE))
            .exec();
    if (present.isEmpty()) {
      assumeTrue(
          RedisForTests.installedServer().isPresent(),
          "no redis-server is installed to make an image of (Debian: apt-get install redis-server)");
      makeImage();
    }
    return OWN_IMAGE;
  }

  private static void makeImage() throws Exception {
    var script =
        new ProcessBuilder("src/test/docker/redis-image.sh", OWN_IMAGE)
            .redirectErrorStream(true)
            .start();
    var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(script.waitFor(60, TimeUnit.SECONDS), "the image takes too long: " + said);
    assertEquals(0, script.exitValue(), said);
  }

  @AfterAll
  static void stop() {
    if (redis != null) {
      redis.close();
    }
    if (container != null) {
      container.stop();
    }
  }

  @Override
  protected Redis redis() {
    return redis;
  }
}
