package nadhir.core.event;

import java.time.Instant;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;

/** What the watch itself keeps: refusals, wake-ups asked for, effects asked for. */
public sealed interface WatchEvent extends Event {
  /** The command changed nothing. {@code reason} is a text key, {@code detail} is for people. */
  record Refused(CommandId id, String reason, String detail) implements WatchEvent {}

  /** The accepted command made or changed {@code subject}; a repeat is answered with it. */
  record Subject(CommandId id, String subject) implements WatchEvent {}

  /** {@code desk} wants to be woken at {@code due}; asking again under the key moves it. */
  record WakeUpAsked(String desk, String key, Instant due) implements WatchEvent {}

  record WakeUpDropped(String desk, String key) implements WatchEvent {}

  /** Something must be done outside; it is asked for until an {@code EffectEnded} comes. */
  record EffectAsked(EffectId id, Effect effect) implements WatchEvent {}
}
