package nadhir.core.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nadhir.core.amend.SiteDesk;
import nadhir.core.amend.SiteState;
import nadhir.core.command.Command;
import nadhir.core.desk.Desk;
import nadhir.core.desk.DeskState;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.CommandId;
import nadhir.core.journal.Journal;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;

/**
 * All desks of one lane, in their order, folded to the same entry. Pure, and of one thread: the
 * same inputs give the same entries on every machine.
 */
public final class Desks {
  private final WatchLog log = new WatchLog();
  private final Optional<Amended> amended;
  private List<Desk<?>> all;
  private long seq;
  private Instant at = Instant.EPOCH;

  /** The desks of a lane whose site can change, and how they are made for each state of it. */
  private record Amended(SiteDesk site, Function<SiteState, List<Desk<?>>> makes) {
    List<Desk<?>> desks() {
      return makes.apply(site.snapshot());
    }
  }

  /** {@code desks} in the order in which they react, each with a name of its own. */
  public Desks(List<? extends Desk<?>> desks) {
    this.amended = Optional.empty();
    this.all = ordered(desks);
  }

  /**
   * Desks that are made anew, with the state they had, when an entry changes the site.
   *
   * @param makes all desks but {@code site}, in the order in which they react
   */
  public Desks(SiteDesk site, Function<SiteState, List<Desk<?>>> makes) {
    var amendable = new Amended(site, makes);
    this.amended = Optional.of(amendable);
    this.all = ordered(amendable.desks());
  }

  private List<Desk<?>> ordered(List<? extends Desk<?>> desks) {
    List<Desk<?>> ordered = new ArrayList<>(List.of(log));
    amended.map(Amended::site).ifPresent(ordered::add);
    ordered.addAll(desks);
    if (ordered.stream().map(Desk::name).distinct().count() != ordered.size()) {
      throw new IllegalArgumentException("two desks have one name");
    }
    return ordered;
  }

  /** {@code seq} of the last entry folded, 0 before the first. */
  public long seq() {
    return seq;
  }

  /** Lane time of the last entry folded. */
  public Instant at() {
    return at;
  }

  WatchLog log() {
    return log;
  }

  /** What the entry changes. Entries come without gaps. */
  public void fold(Entry entry) {
    if (entry.seq() != seq + 1) {
      throw new IllegalStateException("entry " + entry.seq() + " after " + seq);
    }
    for (Desk<?> desk : all) {
      desk.fold(entry);
    }
    if (changesTheSite(entry)) {
      amended.ifPresent(this::makeAnew);
    }
    seq = entry.seq();
    at = entry.at();
  }

  private static boolean changesTheSite(Entry entry) {
    return entry.event() instanceof SiteEvent.ZoneChanged
        || entry.event() instanceof SiteEvent.RulesChanged;
  }

  private void makeAnew(Amended site) {
    List<Desk<?>> before = all;
    all = ordered(site.desks());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) != before.get(i)) {
        carryOn(all.get(i), before.get(i).snapshot());
      }
    }
  }

  private static <S extends DeskState> void carryOn(Desk<S> desk, DeskState state) {
    desk.restore(desk.stateType().cast(state));
  }

  /** One input became more entries than one append holds: two desks answer each other for ever. */
  static final class BlockTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlockTooLarge(Input input) {
      super("more than " + Journal.MAX_BLOCK + " entries follow from " + input);
    }
  }

  /**
   * Takes one input with all that follows from it, and folds it. After an exception the desks are
   * to be thrown away.
   *
   * @return the block, the input first
   */
  List<Entry> take(Input input, Actor actor, Instant now) {
    Instant time = now.isBefore(at) ? at : now;
    var block = new Block(input, actor, time, seq + 1);
    block.settle(new Entry(seq + 1, time, actor, seq + 1, input));
    return block.entries;
  }

  private final class Block {
    private final Input input;
    private final Instant time;
    private final long cause;
    private final List<Entry> entries = new ArrayList<>();

    Block(Input input, Actor actor, Instant time, long cause) {
      this.input = input;
      this.time = time;
      this.cause = cause;
    }

    void settle(Entry entry) {
      if (entries.size() == Journal.MAX_BLOCK) {
        throw new BlockTooLarge(input);
      }
      entries.add(entry);
      fold(entry);
      if (entry.event() instanceof Input.Commanded(CommandId id, Command command)) {
        decide(entry, id, command);
      }
      for (Desk<?> desk : all) {
        for (Event event : desk.react(entry)) {
          follow(desk.name(), event);
        }
      }
    }

    private void decide(Entry entry, CommandId id, Command command) {
      Desk<?> desk = deskFor(command);
      switch (desk.decide(entry, command)) {
        case Outcome.Refused(var reason, var detail) ->
            follow(desk.name(), new WatchEvent.Refused(id, reason, detail));
        case Outcome.Accepted(var events, var subject) -> {
          subject.ifPresent(s -> follow(desk.name(), new WatchEvent.Subject(id, s)));
          events.forEach(e -> follow(desk.name(), e));
        }
      }
    }

    private void follow(String desk, Event event) {
      settle(new Entry(seq + 1, time, new Actor.House(desk), cause, event));
    }
  }

  private Desk<?> deskFor(Command command) {
    return all.stream()
        .filter(d -> d.commands().map(c -> c.isInstance(command)).orElse(false))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no desk decides " + command.getClass()));
  }

  /** The state of one desk, for a read model. */
  public <S extends DeskState> Optional<S> state(Class<S> type) {
    return all.stream()
        .filter(d -> d.stateType().equals(type))
        .findFirst()
        .map(d -> type.cast(d.snapshot()));
  }

  /** One desk, to be asked what it makes of its state; who asks changes nothing. */
  public <D extends Desk<?>> Optional<D> desk(Class<D> type) {
    return all.stream().filter(type::isInstance).findFirst().map(type::cast);
  }

  /** The states of all desks as JSON by desk name. */
  public String snapshotJson() {
    ObjectNode states = DomainJson.mapper().createObjectNode();
    states.put("seq", seq);
    states.put("at", at.toString());
    for (Desk<?> desk : all) {
      states.set(desk.name(), DomainJson.tree(desk.snapshot()));
    }
    return states.toString();
  }

  /** Becomes what {@link #snapshotJson()} was taken from. */
  public void restore(String snapshotJson) {
    try {
      JsonNode states = DomainJson.mapper().readTree(snapshotJson);
      amended.ifPresent(
          a -> {
            restore(a.site(), states.get(a.site().name()));
            all = ordered(a.desks());
          });
      for (Desk<?> desk : all) {
        restore(desk, states.get(desk.name()));
      }
      seq = states.get("seq").longValue();
      at = Instant.parse(states.get("at").textValue());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a snapshot: " + e.getOriginalMessage(), e);
    }
  }

  private static <S extends DeskState> void restore(Desk<S> desk, JsonNode state) {
    if (state == null) {
      throw new IllegalArgumentException("the snapshot lacks the desk " + desk.name());
    }
    desk.restore(DomainJson.read(state.toString(), desk.stateType()));
  }

  /** SHA-256 over all states but who keeps the watch: equal inputs give equal hashes. */
  public String stateHash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Desk<?> desk : all) {
        Object state = desk == log ? log.snapshot().comparable() : desk.snapshot();
        digest.update((desk.name() + DomainJson.write(state)).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
