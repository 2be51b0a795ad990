package nadhir.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.command.Command;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.effect.PendingEffect;
import nadhir.core.event.Effect;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;

/**
 * The first desk of every lane: who keeps the watch, which wake-ups and effects are open, and what
 * the latest commands were answered.
 */
final class WatchLog implements Desk<WatchLogState> {
  /** So many answers are remembered; a command repeated later than that is decided again. */
  static final int MAX_ANSWERS = 10_000;

  private WatchLogState.Keeper keeper = WatchLogState.Keeper.NOBODY;
  private String siteSha256 = "";
  private final TreeMap<String, Instant> wakeUps = new TreeMap<>();
  private final Map<EffectId, Effect> effects = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final TreeMap<String, Input.FeedHealthChanged> feeds = new TreeMap<>();

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.empty();
  }

  @Override
  public void fold(Entry entry) {
    switch (entry.event()) {
      case Input.WatchTaken(var member, var epoch) ->
          keeper = new WatchLogState.Keeper(member, epoch);
      case Input.SiteAdopted adopted -> siteSha256 = adopted.sha256();
      case Input.Woken(var desk, var key) -> wakeUps.remove(wakeUpKey(desk, key));
      case Input.EffectEnded ended -> effects.remove(ended.id());
      case Input.FeedHealthChanged changed -> feeds.put(changed.feed().value(), changed);
      case Input.Commanded(var id, _) -> remember(id, entry.seq(), Optional.empty());
      case WatchEvent.Refused(var id, var reason, var detail) ->
          answers.put(id.value(), new Answer.Refused(entry.cause(), reason, detail));
      case WatchEvent.Subject(var id, var subject) ->
          answers.put(id.value(), new Answer.Accepted(entry.cause(), Optional.of(subject)));
      case WatchEvent.WakeUpAsked(var desk, var key, var due) ->
          wakeUps.put(wakeUpKey(desk, key), due);
      case WatchEvent.WakeUpDropped(var desk, var key) -> wakeUps.remove(wakeUpKey(desk, key));
      case WatchEvent.EffectAsked(var id, var effect) -> effects.put(id, effect);
      default -> {
        // the other desks' business
      }
    }
  }

  private void remember(CommandId id, long seq, Optional<String> subject) {
    answers.put(id.value(), new Answer.Accepted(seq, subject));
    if (answers.size() > MAX_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  @Override
  public List<Event> react(Entry entry) {
    return List.of();
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    throw new IllegalStateException("the watch log decides no commands");
  }

  Optional<Answer> answer(CommandId id) {
    return Optional.ofNullable(answers.get(id.value()));
  }

  String siteSha256() {
    return siteSha256;
  }

  /** The earliest wake-up due at {@code upTo} or before; ties by desk and key. */
  Optional<Input.Woken> due(Instant upTo) {
    return wakeUps.entrySet().stream()
        .filter(e -> !e.getValue().isAfter(upTo))
        .min(
            Comparator.comparing(Map.Entry<String, Instant>::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(e -> woken(e.getKey()));
  }

  private static String wakeUpKey(String desk, String key) {
    return desk + "|" + key;
  }

  private static Input.Woken woken(String wakeUpKey) {
    int bar = wakeUpKey.indexOf('|');
    return new Input.Woken(wakeUpKey.substring(0, bar), wakeUpKey.substring(bar + 1));
  }

  @Override
  public WatchLogState snapshot() {
    List<PendingEffect> pending = new ArrayList<>();
    effects.forEach((id, effect) -> pending.add(new PendingEffect(id, effect)));
    List<WatchLogState.Given> given = new ArrayList<>();
    answers.forEach((id, answer) -> given.add(new WatchLogState.Given(id, answer)));
    return new WatchLogState(keeper, siteSha256, wakeUps, pending, given, feeds);
  }

  List<PendingEffect> pendingEffects() {
    List<PendingEffect> pending = new ArrayList<>();
    effects.forEach((id, effect) -> pending.add(new PendingEffect(id, effect)));
    return pending;
  }

  Optional<Instant> nextWakeUp() {
    return wakeUps.values().stream().min(Comparator.naturalOrder());
  }

  @Override
  public Class<WatchLogState> stateType() {
    return WatchLogState.class;
  }

  @Override
  public void restore(WatchLogState state) {
    keeper = state.keeper();
    siteSha256 = state.siteSha256();
    wakeUps.clear();
    wakeUps.putAll(state.wakeUps());
    effects.clear();
    state.effects().forEach(p -> effects.put(p.id(), p.effect()));
    answers.clear();
    state.answers().forEach(g -> answers.put(g.command(), g.answer()));
    feeds.clear();
    feeds.putAll(state.feeds());
  }
}
