package nadhir.core.effect;

import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.EffectId;

/**
 * Does one kind of effect. Called on a virtual thread of its own, blocks until the effect has
 * ended, and can be called again for the same effect by another member after a takeover: its own
 * keys make a repeat harmless.
 */
public interface EffectHandler<E extends Effect> {
  Class<E> handles();

  /**
   * @param fence the watch's epoch: marks made outside carry it
   */
  EffectResult run(EffectId id, E effect, long fence) throws InterruptedException;
}
