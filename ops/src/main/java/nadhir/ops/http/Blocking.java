package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs what blocks (the store, mostly) on virtual threads, and gives the result back on the context
 * of the caller. At most {@link #AT_ONCE} run; a request beyond that is told to come back.
 */
final class Blocking implements AutoCloseable {
  static final int AT_ONCE = 512;

  private final Vertx vertx;
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-io-", 0).factory());

  Blocking(Vertx vertx) {
    this.vertx = vertx;
  }

  <T> Future<T> call(Callable<T> work) {
    if (!permits.tryAcquire()) {
      return Future.failedFuture(
          Problem.later(503, "busy", "Too many requests at once.", Duration.ofSeconds(1)).stop());
    }
    var context = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    threads.execute(
        () -> {
          try {
            T result = work.call();
            context.runOnContext(_ -> promise.complete(result));
          } catch (Exception | StackOverflowError e) {
            context.runOnContext(_ -> promise.fail(e));
          } finally {
            permits.release();
          }
        });
    return promise.future();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
