package nadhir.alerting.ledger.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.alerting.ledger.CountsOf;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.register.Partition;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;

/** The ledger of one lane, as it can be read and moved by receipts. */
public class RedisLedger implements Ledger {
  private static final Comparator<LedgerLine> ORDER =
      Comparator.comparing(LedgerLine::recipient).thenComparing(LedgerLine::channel);

  final Redis redis;
  final DeliveryKeys keys;

  public RedisLedger(Redis redis, Lane lane) {
    this.redis = redis;
    this.keys = new DeliveryKeys(lane);
  }

  static String field(PersonRef recipient, Channel channel) {
    return recipient + "|" + channel;
  }

  static String value(LedgerLine line) {
    return line.state() + "||" + (line.told() ? "1" : "0") + "|" + line.reason();
  }

  private static LedgerLine line(String field, String value) {
    String[] key = field.split("\\|", 2);
    String[] parts = value.split("\\|", 4);
    return new LedgerLine(
        new PersonRef(key[0]),
        Channel.valueOf(key[1]),
        DeliveryState.valueOf(parts[0]),
        parts[2].equals("1"),
        parts[3]);
  }

  @Override
  public List<DeliveryCounts> counts(AlertId alert, int revision) {
    Map<String, String> texts =
        Scripts.asking(() -> redis.commands().hgetall(keys.counts(alert, revision)));
    Map<String, Integer> numbers = new HashMap<>();
    texts.forEach((key, text) -> numbers.put(key, Integer.parseInt(text)));
    return CountsOf.channels(numbers);
  }

  @Override
  public List<LedgerLine> lines(AlertId alert, int revision, int partition) {
    return Scripts.asking(() -> redis.commands().hgetall(keys.ledger(alert, revision, partition)))
        .entrySet()
        .stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .sorted(ORDER)
        .toList();
  }

  @Override
  public Optional<AudienceCounts> audience(AlertId alert, int revision, int partition) {
    return Optional.ofNullable(
            Scripts.asking(() -> redis.commands().get(keys.audience(alert, revision, partition))))
        .map(json -> DomainJson.read(json, AudienceCounts.class));
  }

  @Override
  public int receipts(List<Receipt> receipts) {
    if (receipts.size() > MAX_RECEIPTS) {
      throw new IllegalArgumentException("at most " + MAX_RECEIPTS + " receipts at a time");
    }
    List<String> names = new ArrayList<>();
    List<String> args = new ArrayList<>();
    for (Receipt receipt : receipts) {
      DeliveryId delivery = receipt.delivery();
      int partition = Partition.of(delivery.recipient());
      names.add(keys.ledger(delivery.alert(), delivery.revision(), partition));
      names.add(keys.counts(delivery.alert(), delivery.revision()));
      args.add(field(delivery.recipient(), delivery.channel()));
      args.add(receipt.to().name());
      args.add(receipt.reason());
    }
    Fenced<Integer> moved =
        Scripts.run(
            redis, Scripts.RECEIPTS, names, args, reply -> Integer.parseInt(reply.getFirst()));
    return switch (moved) {
      case Fenced.Held<Integer>(Integer count) -> count;
      case Fenced.Lost<Integer> _ -> throw new IllegalStateException("receipts carry no fence");
    };
  }
}
