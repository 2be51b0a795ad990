package nadhir.alerting.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;

/**
 * The blocks that this member has: read ahead, and in hand. A channel that is stuck does not stand
 * in the way of the others. Used under the outbox's lock.
 */
final class Shelf {
  private record Revision(AlertId alert, int revision) {}

  private record Slot(Severity severity, Channel channel) {}

  private final OutboxLimits limits;
  private final Map<Severity, Map<Channel, Deque<Claim>>> ahead = new EnumMap<>(Severity.class);

  /** Recipients, not blocks. */
  private final Map<Slot, Integer> inHand = new HashMap<>();

  private final Map<Revision, Integer> byRevision = new HashMap<>();
  private final Set<String> entries = new HashSet<>();
  private Optional<Revision> held = Optional.empty();

  Shelf(OutboxLimits limits) {
    this.limits = limits;
    for (Severity severity : Severity.values()) {
      ahead.put(severity, new EnumMap<>(Channel.class));
    }
  }

  /** How many more blocks of a severity may be read. */
  int room(Severity severity) {
    int waiting = ahead.get(severity).values().stream().mapToInt(Deque::size).sum();
    return Math.max(0, limits.read() - waiting);
  }

  /** Puts read blocks on the shelf; one that is there already is left out. */
  void add(List<Claim> claims) {
    for (Claim claim : claims) {
      OutboxBlock block = claim.block();
      if (entries.add(name(claim))) {
        ahead
            .get(block.severity())
            .computeIfAbsent(block.channel(), _ -> new ArrayDeque<>())
            .add(claim);
        byRevision.merge(revision(block), 1, Integer::sum);
      }
    }
  }

  /** The next block to take in hand: worst severity first, oldest first; empty when all is full. */
  Optional<Claim> next() {
    for (Severity severity : Severity.values()) {
      for (var waiting : ahead.get(severity).entrySet()) {
        var slot = new Slot(severity, waiting.getKey());
        if (inHand.getOrDefault(slot, 0) < limits.recipients()) {
          Optional<Claim> claim = first(waiting.getValue());
          if (claim.isPresent()) {
            inHand.merge(slot, claim.get().block().recipients().size(), Integer::sum);
            return claim;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Claim> first(Deque<Claim> waiting) {
    for (var claims = waiting.iterator(); claims.hasNext(); ) {
      Claim claim = claims.next();
      if (!held.equals(Optional.of(revision(claim.block())))) {
        claims.remove();
        return Optional.of(claim);
      }
    }
    return Optional.empty();
  }

  /**
   * Until {@link #release}, blocks of a revision that are read stay here. False, and nothing is
   * held, when some are here already.
   */
  boolean hold(AlertId alert, int revision) {
    if (has(alert, revision)) {
      return false;
    }
    held = Optional.of(new Revision(alert, revision));
    return true;
  }

  void release() {
    held = Optional.empty();
  }

  void done(Claim claim) {
    OutboxBlock block = claim.block();
    inHand.merge(
        new Slot(block.severity(), block.channel()), -block.recipients().size(), Integer::sum);
    byRevision.computeIfPresent(revision(block), (_, n) -> n == 1 ? null : n - 1);
    entries.remove(name(claim));
  }

  boolean has(AlertId alert, int revision) {
    return byRevision.containsKey(new Revision(alert, revision));
  }

  /** Whether no block is being sent. */
  boolean isAtRest() {
    return inHand.values().stream().allMatch(n -> n == 0);
  }

  private static String name(Claim claim) {
    return claim.block().severity() + "|" + claim.entry();
  }

  private static Revision revision(OutboxBlock block) {
    return new Revision(block.alert(), block.revision());
  }
}
