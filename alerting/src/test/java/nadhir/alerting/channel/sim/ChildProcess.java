package nadhir.alerting.channel.sim;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends what we have started, with everything that it has started. */
final class ChildProcess {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private ChildProcess() {}

  /**
   * Asks first, and kills what is still there after five seconds. Never touches another process.
   */
  static void end(Process process) {
    // Read now: once the parent is gone its children belong to nobody.
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
