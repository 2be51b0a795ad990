package nadhir.alerting.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.PartitionAnswer;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Subscriber;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/** Works out one partition's answer. Reads the index, writes nothing. */
final class PartitionResolver {
  /** Opted out of anything this mild. */
  static final String OPTED_OUT = "opted-out";

  /** Got an earlier revision, but has left the register or that channel since. */
  static final String NO_ADDRESS = "no-address";

  private final AudienceIndex index;
  private final AlertMessage message;
  private final AreaLocator area;
  private final String lane;
  private final Severity stream;

  PartitionResolver(AudienceIndex index, AlertMessage message, String lane, Severity stream) {
    this.index = index;
    this.message = message;
    this.area = new AreaLocator(message.area());
    this.lane = lane;
    this.stream = stream;
  }

  /**
   * @param earlier the partition's lines of all earlier revisions
   */
  PartitionAnswer answer(int partition, List<LedgerLine> earlier) {
    long registryRevision = index.registryRevision();
    var tally = new Tally(message);
    List<LedgerLine> lines = new ArrayList<>();
    Map<PersonRef, Set<Channel>> told = told(earlier);
    addTold(partition, told, lines, tally);
    if (message.type() != AlertMessage.MsgType.CANCEL) {
      for (Subscriber subscriber : candidates(partition)) {
        if (!told.containsKey(subscriber.ref())) {
          addNew(subscriber, lines, tally);
        }
      }
    }
    return new PartitionAnswer(
        message.alert(),
        message.revision(),
        partition,
        registryRevision,
        tally.counts(),
        lines,
        blocks(partition, lines));
  }

  private static SortedMap<PersonRef, Set<Channel>> told(List<LedgerLine> earlier) {
    SortedMap<PersonRef, Set<Channel>> told = new TreeMap<>();
    for (LedgerLine line : earlier) {
      if (line.told()) {
        told.computeIfAbsent(line.recipient(), _ -> EnumSet.noneOf(Channel.class))
            .add(line.channel());
      }
    }
    return told;
  }

  /** Whoever got the alert hears how it goes on, opted out of mild things or not. */
  private void addTold(
      int partition, Map<PersonRef, Set<Channel>> told, List<LedgerLine> lines, Tally tally) {
    Map<PersonRef, Subscriber> known = new TreeMap<>();
    index
        .byRef(partition, List.copyOf(told.keySet()))
        .forEach(subscriber -> known.put(subscriber.ref(), subscriber));
    for (var entry : told.entrySet()) {
      Optional<Subscriber> subscriber =
          Optional.ofNullable(known.get(entry.getKey())).filter(s -> !s.channels().isEmpty());
      subscriber.ifPresentOrElse(
          s -> {
            reached(s, entry.getValue())
                .forEach(c -> lines.add(LedgerLine.queued(entry.getKey(), c)));
            tally.told(s);
          },
          () ->
              entry
                  .getValue()
                  .forEach(c -> lines.add(LedgerLine.suppressed(entry.getKey(), c, NO_ADDRESS))));
    }
  }

  /** The channels that the alert came on; where none of them works any more, any that does. */
  private static List<Channel> reached(Subscriber subscriber, Set<Channel> before) {
    List<Channel> same = subscriber.channels().stream().filter(before::contains).toList();
    return same.isEmpty() ? subscriber.channels() : same;
  }

  private void addNew(Subscriber subscriber, List<LedgerLine> lines, Tally tally) {
    List<Channel> channels = subscriber.channels();
    boolean optedOut = subscriber.optedOutOf(message.cap().severity());
    if (optedOut || channels.isEmpty()) {
      channels.forEach(c -> lines.add(LedgerLine.suppressed(subscriber.ref(), c, OPTED_OUT)));
      tally.unreachable(subscriber);
    } else {
      channels.forEach(c -> lines.add(LedgerLine.queued(subscriber.ref(), c)));
      tally.told(subscriber);
    }
  }

  /** Who should be told now; each once, in order of reference. */
  private List<Subscriber> candidates(int partition) {
    var audience = message.audience();
    SortedMap<PersonRef, Subscriber> found = new TreeMap<>();
    for (Subscriber subscriber : index.inside(partition, area)) {
      boolean wanted =
          switch (subscriber.kind()) {
            // What is not public never goes to the public, whatever else the message says.
            case PUBLIC ->
                audience.publicRegister() && message.scope() == AlertMessage.Scope.PUBLIC;
            case INSTITUTION -> audience.institutions();
            case PARTNER -> false;
          };
      if (wanted) {
        found.put(subscriber.ref(), subscriber);
      }
    }
    index.listed(partition, audience.listed()).stream()
        .filter(subscriber -> subscriber.kind() != Subscriber.Kind.PUBLIC)
        .forEach(subscriber -> found.put(subscriber.ref(), subscriber));
    return List.copyOf(found.values());
  }

  private List<OutboxBlock> blocks(int partition, List<LedgerLine> lines) {
    Map<Channel, List<PersonRef>> waiting = new EnumMap<>(Channel.class);
    for (LedgerLine line : lines) {
      if (line.state() == DeliveryState.QUEUED) {
        waiting.computeIfAbsent(line.channel(), _ -> new ArrayList<>()).add(line.recipient());
      }
    }
    List<OutboxBlock> blocks = new ArrayList<>();
    waiting.forEach(
        (channel, recipients) ->
            blocks.addAll(
                OutboxBlock.split(
                    lane,
                    message.alert(),
                    message.revision(),
                    partition,
                    channel,
                    stream,
                    recipients)));
    return blocks;
  }
}
