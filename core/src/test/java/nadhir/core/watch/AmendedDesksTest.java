package nadhir.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.amend.SiteBook;
import nadhir.core.amend.SiteDesk;
import nadhir.core.amend.SiteState;
import nadhir.core.command.Command;
import nadhir.core.command.SiteCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.DeskState;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.CommandId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.Test;

/**
 * A site that changes while its lane runs, as a conversation. The desk beside it counts what it is
 * woken by, and says under which zones it was made.
 */
class AmendedDesksTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Actor.Person ONE = person("op-1");
  private static final Actor.Person OTHER = person("ap-1");

  private final Desks live = desks(new Lane.Live());
  private final List<String> said = new ArrayList<>();
  private int commands;

  private static Actor.Person person(String ref) {
    return new Actor.Person(new PersonRef(ref), List.of(Role.OPERATOR, Role.APPROVER));
  }

  /** A zone that is written as "bad" is unsound. The pack has the zone {@code port}. */
  private static final SiteBook BOOK =
      new SiteBook() {
        @Override
        public boolean hasZone(SiteState site, ZoneId zone) {
          return zones(site).contains(zone.value());
        }

        @Override
        public List<String> mistakes(SiteState site) {
          boolean bad =
              site.zones().values().stream().anyMatch(z -> z.geoJson().orElse("").equals("bad"))
                  || site.rules().filter(r -> r.yaml().equals("bad")).isPresent();
          return bad ? List.of("a", "b", "c", "d", "e", "f", "g") : List.of();
        }
      };

  private static List<String> zones(SiteState site) {
    List<String> zones = new ArrayList<>(List.of("port"));
    site.zones()
        .forEach(
            (zone, change) -> {
              zones.remove(zone);
              change.geoJson().ifPresent(_ -> zones.add(zone));
            });
    return zones.stream().sorted().toList();
  }

  record Count(int woken) implements DeskState {}

  private static final class Counter implements Desk<Count> {
    private final String madeFor;
    private int woken;

    Counter(SiteState site) {
      madeFor = String.join("+", zones(site)) + " rules " + site.rulesVersion();
    }

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public Optional<Class<? extends Command>> commands() {
      return Optional.empty();
    }

    @Override
    public void fold(Entry entry) {
      woken += entry.event() instanceof Input.Woken ? 1 : 0;
    }

    @Override
    public List<Event> react(Entry entry) {
      boolean tells = entry.event() instanceof Input.Woken || entry.event() instanceof SiteEvent;
      return tells
          ? List.of(new WatchEvent.WakeUpDropped("counter", madeFor + " woken " + woken))
          : List.of();
    }

    @Override
    public Outcome decide(Entry input, Command command) {
      throw new IllegalStateException("no commands");
    }

    @Override
    public Count snapshot() {
      return new Count(woken);
    }

    @Override
    public Class<Count> stateType() {
      return Count.class;
    }

    @Override
    public void restore(Count state) {
      woken = state.woken();
    }
  }

  private static Desks desks(Lane lane) {
    return new Desks(new SiteDesk(BOOK, lane), site -> List.of(new Counter(site)));
  }

  private void wake(Desks desks) {
    hear(desks.take(new Input.Woken("counter", "x"), new Actor.House("counter"), NOON));
  }

  private void ask(Desks desks, Actor who, SiteCommand command) {
    var input = new Input.Commanded(new CommandId("c-" + commands++), command);
    hear(desks.take(input, who, NOON));
  }

  private void hear(List<Entry> block) {
    block.stream().flatMap(e -> word(e.event()).stream()).forEach(said::add);
  }

  private static Optional<String> word(Event event) {
    return switch (event) {
      case WatchEvent.WakeUpDropped(_, var word) -> Optional.of("  " + word);
      case WatchEvent.Refused(_, var reason, var detail) ->
          Optional.of("refused " + reason + ": " + detail);
      case SiteEvent.ZoneChanged(var zone, var version, var geoJson, var by, _) ->
          Optional.of(
              "zone " + zone + " v" + version + (geoJson.isEmpty() ? " gone" : "") + " by " + by);
      case SiteEvent.RulesProposed(var version, _, var by, _) ->
          Optional.of("proposed v" + version + " by " + by);
      case SiteEvent.RulesRejected(var version, var by, _) ->
          Optional.of("rejected v" + version + " by " + by);
      case SiteEvent.RulesChanged(var version, _, var by, _) ->
          Optional.of("rules v" + version + " by " + by);
      default -> Optional.empty();
    };
  }

  private String heard() {
    String all = said.stream().collect(Collectors.joining("\n", "", "\n"));
    said.clear();
    return all;
  }

  private static SiteCommand put(String zone, String geoJson, int basedOn) {
    return new SiteCommand.PutZone(new ZoneId(zone), geoJson, basedOn, "why");
  }

  private static SiteCommand remove(String zone, int basedOn) {
    return new SiteCommand.RemoveZone(new ZoneId(zone), basedOn, "why");
  }

  @Test
  void aChangedZoneIsThereForWhatFollowsAndTheDesksKeepTheirState() {
    wake(live);
    ask(live, ONE, put("school", "{}", 0));
    wake(live);
    ask(live, ONE, put("school", "{ }", 1));
    ask(live, ONE, remove("port", 0));
    wake(live);
    ask(live, ONE, put("port", "{}", 1));
    assertEquals(
        """
          port rules 0 woken 1
        zone school v1 by op-1
          port+school rules 0 woken 1
          port+school rules 0 woken 2
        zone school v2 by op-1
          port+school rules 0 woken 2
        zone port v1 gone by op-1
          school rules 0 woken 2
          school rules 0 woken 3
        zone port v2 by op-1
          port+school rules 0 woken 3
        """,
        heard());
  }

  @Test
  void whatIsUnsoundOrLateOrNotThereIsRefused() {
    ask(live, ONE, put("school", "bad", 0));
    ask(live, ONE, put("school", "{}", 1));
    ask(live, ONE, remove("school", 0));
    ask(live, new Actor.House("x"), put("school", "{}", 0));
    ask(live, ONE, put("school", "x".repeat(100_001), 0));
    ask(live, ONE, new SiteCommand.ProposeRules("bad", 0, "why"));
    ask(live, ONE, new SiteCommand.ProposeRules("x".repeat(200_001), 0, "why"));
    ask(live, ONE, new SiteCommand.ProposeRules("rules", 3, "why"));
    ask(live, ONE, new SiteCommand.ApproveRules(1));
    assertEquals(
        """
        refused site-unsound: a; b; c; d; e; and 2 more
        refused changed-meanwhile: Zone school is at version 0 by now, and this change is to version 1: look at it again.
        refused no-such-zone: There is no zone school.
        refused not-a-person: Only a person changes the site.
        refused too-long: A zone is written in at most 100000 characters.
        refused site-unsound: a; b; c; d; e; and 2 more
        refused too-long: Rules are written in at most 200000 characters.
        refused changed-meanwhile: The rules are at version 0 by now, and this change is to version 3: look at it again.
        refused no-such-proposal: No rules of this version wait.
        """,
        heard());
  }

  @Test
  void inTheLiveLaneTwoPeopleMustWantOtherRules() {
    ask(live, ONE, new SiteCommand.ProposeRules("a", 0, "why"));
    ask(live, ONE, new SiteCommand.ProposeRules("b", 0, "why"));
    ask(live, ONE, new SiteCommand.ApproveRules(1));
    ask(live, OTHER, new SiteCommand.ApproveRules(2));
    wake(live);
    ask(live, OTHER, new SiteCommand.ApproveRules(1));
    wake(live);
    ask(live, OTHER, new SiteCommand.ProposeRules("c", 1, "why"));
    ask(live, ONE, new SiteCommand.RejectRules(2, "no"));
    ask(live, ONE, new SiteCommand.ApproveRules(2));
    assertEquals(
        """
        proposed v1 by op-1
          port rules 0 woken 0
        refused proposal-waits: Other rules wait for a second person: agree to them or reject them.
        refused own-proposal: Another person than the author must agree.
        refused no-such-proposal: No rules of this version wait.
          port rules 0 woken 1
        rules v1 by ap-1
          port rules 1 woken 1
          port rules 1 woken 2
        proposed v2 by ap-1
          port rules 1 woken 2
        rejected v2 by op-1
          port rules 1 woken 2
        refused no-such-proposal: No rules of this version wait.
        """,
        heard());
  }

  @Test
  void inADrillOneIsEnough() {
    Desks drill = desks(new Lane.Drill("x"));
    ask(drill, ONE, new SiteCommand.ProposeRules("a", 0, "why"));
    assertEquals("rules v1 by op-1\n  port rules 1 woken 0\n", heard());
  }

  @Test
  void anotherMemberGoesOnFromTheJournalOrFromASnapshot() {
    List<Entry> entries = new ArrayList<>();
    List<Input> inputs =
        List.of(
            new Input.Woken("counter", "x"),
            new Input.Commanded(new CommandId("a"), put("school", "{}", 0)),
            new Input.Woken("counter", "x"),
            new Input.Commanded(new CommandId("b"), new SiteCommand.ProposeRules("r", 0, "why")),
            new Input.Commanded(new CommandId("c"), remove("port", 0)));
    inputs.forEach(input -> entries.addAll(live.take(input, ONE, NOON)));

    Desks folded = desks(new Lane.Live());
    for (Entry entry : entries) {
      folded.fold(entry);
      Desks restored = desks(new Lane.Live());
      restored.restore(folded.snapshotJson());
      assertEquals(folded.stateHash(), restored.stateHash());
      entries.stream().skip(entry.seq()).forEach(restored::fold);
      assertEquals(live.stateHash(), restored.stateHash());
      assertTrue(restored.state(SiteState.class).orElseThrow().proposal().isPresent());
      wake(restored);
      assertEquals("  school rules 0 woken 3\n", heard());
    }
  }
}
