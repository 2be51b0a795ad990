package nadhir.core.effect;

import nadhir.core.event.Effect;
import nadhir.core.id.EffectId;

/** An effect that the journal asks for and has not seen ended. */
public record PendingEffect(EffectId id, Effect effect) {}
