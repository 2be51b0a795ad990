package nadhir.core.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Input;
import nadhir.core.id.EffectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the effects that a lane's journal asks for and has not seen ended; after a takeover again,
 * under the new fencing number. Results go back as inputs.
 */
public final class EffectRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

  private final Map<Class<? extends Effect>, EffectHandler<? extends Effect>> handlers =
      new HashMap<>();
  private final Consumer<Input.EffectEnded> results;
  private final long fence;
  private final ExecutorService workers;
  private final Set<EffectId> started = new HashSet<>();

  /**
   * @param fence the watch's epoch
   * @param atOnce how many effects run at a time; 1 runs them in the order of asking
   */
  public EffectRunner(
      List<EffectHandler<? extends Effect>> handlers,
      long fence,
      int atOnce,
      Consumer<Input.EffectEnded> results) {
    handlers.forEach(h -> this.handlers.put(h.handles(), h));
    this.fence = fence;
    this.results = results;
    this.workers =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("effect-", 0).factory());
  }

  /** Starts those of {@code pending} that do not run yet, in order; never blocks. */
  public synchronized void follow(List<PendingEffect> pending) {
    if (workers.isShutdown()) {
      return;
    }
    started.retainAll(pending.stream().map(PendingEffect::id).collect(Collectors.toSet()));
    for (PendingEffect p : pending) {
      if (started.add(p.id())) {
        workers.execute(() -> run(p));
      }
    }
  }

  private void run(PendingEffect p) {
    try {
      results.accept(new Input.EffectEnded(p.id(), handle(p)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.info("effect left to the next keeper effect={}", p.id());
    }
  }

  private EffectResult handle(PendingEffect p) throws InterruptedException {
    EffectHandler<? extends Effect> handler = handlers.get(p.effect().getClass());
    if (handler == null) {
      return new EffectResult.Failed("no-handler", "Nothing here does " + p.effect());
    }
    try {
      return cast(handler, p);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopped while running " + p.id());
      }
      LOG.error("effect failed effect={} kind={}", p.id(), p.effect(), e);
      return new EffectResult.Failed("error", String.valueOf(e.getMessage()));
    }
  }

  private <E extends Effect> EffectResult cast(EffectHandler<E> handler, PendingEffect p)
      throws InterruptedException {
    return handler.run(p.id(), handler.handles().cast(p.effect()), fence);
  }

  /** Stops what runs; it stays asked for. */
  @Override
  public synchronized void close() {
    workers.shutdownNow();
  }
}
