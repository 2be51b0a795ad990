package nadhir.alerting.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.PartitionAnswer;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;
import nadhir.core.report.Severity;

/**
 * The ledger and the outbox of one lane. Blocks lie in a stream per severity with one consumer
 * group; the consumer is named after the fencing number.
 */
public final class RedisDeliveryStore extends RedisLedger implements DeliveryStore {
  private static final String GROUP = "senders";

  /** A node never has more blocks in hand than this, by far. */
  private static final int MAX_PENDING = 100_000;

  public RedisDeliveryStore(Redis redis, Lane lane) {
    super(redis, lane);
  }

  @Override
  public Fenced<Revisions> begin(AlertId alert, int revision, boolean cancels, long fence) {
    return run(
        Scripts.BEGIN,
        List.of(keys.fence(), keys.revisions(alert)),
        List.of(text(fence), text(revision), cancels ? "1" : "0"),
        reply -> new Revisions(Integer.parseInt(reply.get(0)), Integer.parseInt(reply.get(1))));
  }

  @Override
  public Fenced<Commit> commit(PartitionAnswer answer, long fence) {
    List<String> names = new ArrayList<>();
    names.add(keys.fence());
    names.add(keys.revisions(answer.alert()));
    names.add(keys.audience(answer.alert(), answer.revision(), answer.partition()));
    names.add(keys.ledger(answer.alert(), answer.revision(), answer.partition()));
    names.add(keys.counts(answer.alert(), answer.revision()));
    names.addAll(streams());
    List<String> args = new ArrayList<>();
    args.add(text(fence));
    args.add(text(answer.revision()));
    args.add(DomainJson.write(answer.audience()));
    args.add(DomainJson.write(answer.superseded().audience()));
    args.add(text(answer.lines().size()));
    for (LedgerLine line : answer.lines()) {
      args.add(field(line.recipient(), line.channel()));
      args.add(value(line));
    }
    addBlocks(answer.blocks(), args);
    return run(Scripts.COMMIT, names, args, reply -> Commit.valueOf(reply.getFirst()));
  }

  private List<String> streams() {
    return List.of(Severity.values()).stream().map(keys::stream).toList();
  }

  private static void addBlocks(List<OutboxBlock> blocks, List<String> args) {
    for (OutboxBlock block : blocks) {
      args.add(text(block.severity().ordinal() + 1));
      args.add(DomainJson.write(block));
    }
  }

  @Override
  public Fenced<Integer> suppressQueued(
      AlertId alert, int revision, int partition, String reason, long fence) {
    return turn(
        alert,
        revision,
        partition,
        fence,
        List.of(DeliveryState.QUEUED.name(), DeliveryState.SUPPRESSED.name(), "0", reason));
  }

  @Override
  public Fenced<Integer> giveUpSending(AlertId alert, int revision, int partition, long fence) {
    return turn(
        alert,
        revision,
        partition,
        fence,
        List.of(
            DeliveryState.SENDING.name(),
            DeliveryState.UNKNOWN.name(),
            "1",
            LedgerLine.LEFT_BEHIND));
  }

  private Fenced<Integer> turn(
      AlertId alert, int revision, int partition, long fence, List<String> how) {
    List<String> args = new ArrayList<>(List.of(text(fence)));
    args.addAll(how);
    return run(
        Scripts.TURN,
        List.of(
            keys.fence(), keys.ledger(alert, revision, partition), keys.counts(alert, revision)),
        args,
        RedisDeliveryStore::number);
  }

  @Override
  public Fenced<List<Claim>> reclaim(Severity severity, long fence) {
    Fenced<List<Claim>> claims =
        run(
            Scripts.RECLAIM,
            List.of(keys.fence(), keys.stream(severity)),
            List.of(text(fence), GROUP, consumer(fence)),
            reply -> claims(reply, fence));
    return switch (claims) {
      case Fenced.Held<List<Claim>>(var held) -> {
        for (Claim claim : held) {
          // Not one step with the claim: who dies in between leaves the block to the next reclaim.
          if (leaveBehind(claim.block(), fence) instanceof Fenced.Lost<Integer>(long newest)) {
            yield new Fenced.Lost<>(newest);
          }
        }
        yield claims;
      }
      case Fenced.Lost<List<Claim>> lost -> lost;
    };
  }

  private Fenced<Integer> leaveBehind(OutboxBlock block, long fence) {
    List<String> args = new ArrayList<>(List.of(text(fence)));
    args.addAll(fields(block));
    return run(
        Scripts.LEAVE,
        List.of(
            keys.fence(),
            keys.ledger(block.alert(), block.revision(), block.partition()),
            keys.counts(block.alert(), block.revision())),
        args,
        RedisDeliveryStore::number);
  }

  private static List<String> fields(OutboxBlock block) {
    return block.recipients().stream().map(r -> field(r, block.channel())).toList();
  }

  @Override
  public Fenced<List<Claim>> take(Severity severity, int max, long fence) {
    return read(severity, max, ">", fence);
  }

  @Override
  public Fenced<List<Claim>> pending(Severity severity, long fence) {
    return read(severity, MAX_PENDING, "0", fence);
  }

  private Fenced<List<Claim>> read(Severity severity, int max, String from, long fence) {
    return run(
        Scripts.TAKE,
        List.of(keys.fence(), keys.stream(severity)),
        List.of(text(fence), GROUP, consumer(fence), text(max), from),
        reply -> claims(reply, fence));
  }

  private static List<Claim> claims(List<String> reply, long fence) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < reply.size(); i += 2) {
      var block = DomainJson.read(reply.get(i + 1), OutboxBlock.class);
      claims.add(new Claim(block, reply.get(i), fence + "." + reply.get(i)));
    }
    return claims;
  }

  @Override
  public Fenced<Marked> mark(Claim claim, long fence) {
    OutboxBlock block = claim.block();
    List<String> args =
        new ArrayList<>(List.of(text(fence), text(block.revision()), claim.token()));
    args.addAll(fields(block));
    return run(
        Scripts.MARK,
        List.of(
            keys.fence(),
            keys.revisions(block.alert()),
            keys.ledger(block.alert(), block.revision(), block.partition()),
            keys.counts(block.alert(), block.revision())),
        args,
        reply -> marked(reply, block));
  }

  private static Marked marked(List<String> reply, OutboxBlock block) {
    return new Marked(
        reply.getFirst().equals("1"),
        reply.stream().skip(1).map(i -> block.recipients().get(Integer.parseInt(i))).toList());
  }

  @Override
  public Fenced<Integer> settle(Claim claim, List<Result> results, long fence) {
    OutboxBlock block = claim.block();
    List<String> args = new ArrayList<>(List.of(text(fence), claim.token()));
    for (Result result : results) {
      args.add(field(result.recipient(), block.channel()));
      args.add(result.state().name());
      args.add(result.told() ? "1" : "0");
      args.add(result.reason());
    }
    return run(
        Scripts.SETTLE,
        List.of(
            keys.fence(),
            keys.ledger(block.alert(), block.revision(), block.partition()),
            keys.counts(block.alert(), block.revision())),
        args,
        RedisDeliveryStore::number);
  }

  @Override
  public Fenced<Boolean> finish(Claim claim, long fence) {
    return run(
        Scripts.FINISH,
        List.of(keys.fence(), keys.stream(claim.block().severity())),
        List.of(text(fence), GROUP, claim.entry()),
        reply -> number(reply) > 0);
  }

  @Override
  public Fenced<Integer> enqueue(List<OutboxBlock> blocks, long fence) {
    List<String> names = new ArrayList<>(List.of(keys.fence()));
    names.addAll(streams());
    List<String> args = new ArrayList<>(List.of(text(fence)));
    addBlocks(blocks, args);
    return run(Scripts.ENQUEUE, names, args, RedisDeliveryStore::number);
  }

  private <T> Fenced<T> run(
      LuaScript script, List<String> names, List<String> args, Function<List<String>, T> held) {
    return Scripts.run(redis, script, names, args, held);
  }

  private static int number(List<String> reply) {
    return Integer.parseInt(reply.getFirst());
  }

  private static String consumer(long fence) {
    return "fence-" + fence;
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
