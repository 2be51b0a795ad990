package nadhir.alerting.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nadhir.alerting.ledger.Fenced.Held;
import nadhir.alerting.ledger.Fenced.Lost;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/**
 * The store as it should behave, in memory: what the real one is held against, and what tests run
 * on. One lock stands for Redis doing one thing at a time.
 */
public final class InMemoryDeliveryStore implements DeliveryStore {
  private record Part(AlertId alert, int revision, int partition) {}

  private record Key(PersonRef recipient, Channel channel) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRef = recipient.compareTo(other.recipient);
      return byRef != 0 ? byRef : channel.compareTo(other.channel);
    }
  }

  /** A line, and the claim it is being sent under. */
  private record Cell(LedgerLine line, String token) {}

  private final Map<Part, TreeMap<Key, Cell>> cells = new HashMap<>();
  private final Map<Part, AudienceCounts> answers = new HashMap<>();
  private final Map<AlertId, Revisions> begun = new HashMap<>();
  private final Map<Severity, BlockStream> streams = new EnumMap<>(Severity.class);
  private long fence;

  @Override
  public synchronized Fenced<Revisions> begin(
      AlertId alert, int revision, boolean cancels, long fence) {
    return fenced(
        fence,
        () -> {
          Revisions before = begun.getOrDefault(alert, new Revisions(0, 0));
          var after =
              new Revisions(
                  Math.max(before.latest(), revision),
                  Math.max(before.cancel(), cancels ? revision : 0));
          begun.put(alert, after);
          return after;
        });
  }

  @Override
  public synchronized Fenced<Commit> commit(PartitionAnswer answer, long fence) {
    return fenced(fence, () -> committed(answer));
  }

  private Commit committed(PartitionAnswer answer) {
    var part = new Part(answer.alert(), answer.revision(), answer.partition());
    if (answers.containsKey(part)) {
      return Commit.REPEATED;
    }
    boolean superseded = latest(answer.alert()).latest() > answer.revision();
    answers.put(part, superseded ? answer.superseded().audience() : answer.audience());
    var written = cells.computeIfAbsent(part, _ -> new TreeMap<>());
    for (LedgerLine line : superseded ? answer.superseded().lines() : answer.lines()) {
      written.put(new Key(line.recipient(), line.channel()), new Cell(line, ""));
    }
    if (superseded) {
      return Commit.SUPERSEDED;
    }
    answer.blocks().forEach(block -> stream(block.severity()).add(block));
    return Commit.WRITTEN;
  }

  private Revisions latest(AlertId alert) {
    return begun.getOrDefault(alert, new Revisions(0, 0));
  }

  private BlockStream stream(Severity severity) {
    return streams.computeIfAbsent(severity, _ -> new BlockStream());
  }

  @Override
  public synchronized Fenced<Integer> suppressQueued(
      AlertId alert, int revision, int partition, String reason, long fence) {
    return fenced(
        fence,
        () ->
            turnAll(
                new Part(alert, revision, partition),
                DeliveryState.QUEUED,
                DeliveryState.SUPPRESSED,
                reason));
  }

  @Override
  public synchronized Fenced<Integer> giveUpSending(
      AlertId alert, int revision, int partition, long fence) {
    return fenced(
        fence,
        () ->
            turnAll(
                new Part(alert, revision, partition),
                DeliveryState.SENDING,
                DeliveryState.UNKNOWN,
                LedgerLine.LEFT_BEHIND));
  }

  private int turnAll(Part part, DeliveryState from, DeliveryState to, String reason) {
    int turned = 0;
    for (var entry : cells.getOrDefault(part, new TreeMap<>()).entrySet()) {
      LedgerLine line = entry.getValue().line();
      if (line.state() == from) {
        entry.setValue(new Cell(line.moved(to, to == DeliveryState.UNKNOWN, reason), ""));
        turned++;
      }
    }
    return turned;
  }

  @Override
  public synchronized Fenced<List<Claim>> reclaim(Severity severity, long fence) {
    return fenced(
        fence,
        () -> {
          List<Claim> claims = stream(severity).reclaim(fence);
          claims.forEach(claim -> leaveBehind(claim.block()));
          return claims;
        });
  }

  private void leaveBehind(OutboxBlock block) {
    var part = cells.getOrDefault(part(block), new TreeMap<>());
    for (PersonRef recipient : block.recipients()) {
      part.computeIfPresent(
          new Key(recipient, block.channel()),
          (_, cell) ->
              cell.line().state() == DeliveryState.SENDING
                  ? new Cell(
                      cell.line().moved(DeliveryState.UNKNOWN, true, LedgerLine.LEFT_BEHIND), "")
                  : cell);
    }
  }

  private static Part part(OutboxBlock block) {
    return new Part(block.alert(), block.revision(), block.partition());
  }

  @Override
  public synchronized Fenced<List<Claim>> take(Severity severity, int max, long fence) {
    return fenced(fence, () -> stream(severity).take(max, fence));
  }

  @Override
  public synchronized Fenced<List<Claim>> pending(Severity severity, long fence) {
    return fenced(fence, () -> stream(severity).pending(fence));
  }

  @Override
  public synchronized Fenced<Marked> mark(Claim claim, long fence) {
    return fenced(fence, () -> marked(claim));
  }

  private Marked marked(Claim claim) {
    OutboxBlock block = claim.block();
    boolean cancelled = latest(block.alert()).cancel() > block.revision();
    var part = cells.getOrDefault(part(block), new TreeMap<>());
    List<PersonRef> ours = new ArrayList<>();
    for (PersonRef recipient : block.recipients()) {
      var key = new Key(recipient, block.channel());
      Cell cell = part.get(key);
      if (cell != null && cell.line().state() == DeliveryState.QUEUED) {
        cell = cancelled ? cancelled(cell) : sending(cell, claim.token());
        part.put(key, cell);
      }
      if (cell != null
          && cell.line().state() == DeliveryState.SENDING
          && cell.token().equals(claim.token())) {
        ours.add(recipient);
      }
    }
    return new Marked(cancelled, ours);
  }

  private static Cell cancelled(Cell cell) {
    return new Cell(cell.line().moved(DeliveryState.SUPPRESSED, false, LedgerLine.CANCELLED), "");
  }

  private static Cell sending(Cell cell, String token) {
    return new Cell(cell.line().moved(DeliveryState.SENDING, false, ""), token);
  }

  @Override
  public synchronized Fenced<Integer> settle(Claim claim, List<Result> results, long fence) {
    return fenced(
        fence,
        () -> {
          var part = cells.getOrDefault(part(claim.block()), new TreeMap<>());
          int settled = 0;
          for (Result result : results) {
            var key = new Key(result.recipient(), claim.block().channel());
            Cell cell = part.get(key);
            if (cell != null
                && cell.line().state() == DeliveryState.SENDING
                && cell.token().equals(claim.token())) {
              part.put(
                  key,
                  new Cell(cell.line().moved(result.state(), result.told(), result.reason()), ""));
              settled++;
            }
          }
          return settled;
        });
  }

  @Override
  public synchronized Fenced<Boolean> finish(Claim claim, long fence) {
    return fenced(fence, () -> stream(claim.block().severity()).finish(claim.entry()));
  }

  @Override
  public synchronized Fenced<Integer> enqueue(List<OutboxBlock> blocks, long fence) {
    return fenced(
        fence,
        () -> {
          blocks.forEach(block -> stream(block.severity()).add(block));
          return blocks.size();
        });
  }

  private <T> Fenced<T> fenced(long number, Supplier<T> write) {
    if (number < fence) {
      return new Lost<>(fence);
    }
    fence = number;
    return new Held<>(write.get());
  }

  @Override
  public synchronized List<DeliveryCounts> counts(AlertId alert, int revision) {
    Map<String, Integer> numbers = new HashMap<>();
    cells.forEach(
        (part, lines) -> {
          if (part.alert().equals(alert) && part.revision() == revision) {
            lines
                .values()
                .forEach(
                    cell ->
                        numbers.merge(
                            CountsOf.key(cell.line().channel(), cell.line().state()),
                            1,
                            Integer::sum));
          }
        });
    return CountsOf.channels(numbers);
  }

  @Override
  public synchronized List<LedgerLine> lines(AlertId alert, int revision, int partition) {
    return cells
        .getOrDefault(new Part(alert, revision, partition), new TreeMap<>())
        .values()
        .stream()
        .map(Cell::line)
        .toList();
  }

  @Override
  public synchronized Optional<AudienceCounts> audience(
      AlertId alert, int revision, int partition) {
    return Optional.ofNullable(answers.get(new Part(alert, revision, partition)));
  }

  @Override
  public synchronized int receipts(List<Receipt> receipts) {
    return (int) receipts.stream().filter(this::received).count();
  }

  private boolean received(Receipt receipt) {
    DeliveryId delivery = receipt.delivery();
    var part =
        new Part(
            delivery.alert(),
            delivery.revision(),
            nadhir.alerting.register.Partition.of(delivery.recipient()));
    var key = new Key(delivery.recipient(), delivery.channel());
    Cell cell = cells.getOrDefault(part, new TreeMap<>()).get(key);
    if (cell == null || !Forward.allows(cell.line().state(), receipt.to())) {
      return false;
    }
    cells.get(part).put(key, new Cell(cell.line().moved(receipt.to(), true, receipt.reason()), ""));
    return true;
  }
}
