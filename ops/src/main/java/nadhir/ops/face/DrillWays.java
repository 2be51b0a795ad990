package nadhir.ops.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.sandbox.GatewayLog;
import nadhir.alerting.sandbox.PhoneMessage;
import nadhir.alerting.sandbox.SandboxGateway;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.effect.PendingEffect;
import nadhir.core.event.Effect;
import nadhir.ops.drill.DrillChannels;
import nadhir.ops.drill.DrillSession;
import nadhir.ops.http.Progress;
import nadhir.ops.http.SandboxMessages;
import nadhir.ops.http.TwilioStatus;

/** What a console sees of a drill's ways out: the phones, and how far a delivery is. */
public final class DrillWays {
  private DrillWays() {}

  public static Face.Ways of(DrillSession session) {
    var estimates = new Estimates(session);
    return new Face.Ways(
        (_, limit) -> phones(session.channels(), limit),
        _ -> running(session, estimates),
        _ -> TwilioStatus.Taken.FORGED,
        Optional.empty(),
        Optional.empty());
  }

  private static SandboxMessages.Page phones(DrillChannels channels, int limit) {
    Optional<GatewayLog> log = channels.gateway().map(SandboxGateway::log);
    List<SandboxMessages.SandboxMessage> shown =
        log.map(l -> l.newest(limit, _ -> true)).orElse(List.of()).stream()
            .map(DrillWays::phone)
            .toList();
    SortedMap<String, Long> byChannel = new TreeMap<>();
    for (Channel channel : Channel.values()) {
      byChannel.put(
          channel.name().toLowerCase(java.util.Locale.ROOT),
          log.map(l -> (long) l.total(channel)).orElse(0L));
    }
    SortedMap<String, Long> byLanguage = new TreeMap<>();
    log.ifPresent(l -> l.byLanguage().forEach((k, n) -> byLanguage.put(k, n.longValue())));
    return new SandboxMessages.Page(
        shown,
        log.map(l -> (long) l.total()).orElse(0L),
        new SandboxMessages.Counts(byChannel, byLanguage));
  }

  private static SandboxMessages.SandboxMessage phone(PhoneMessage m) {
    return new SandboxMessages.SandboxMessage(
        m.at(),
        m.delivery().channel(),
        m.delivery().recipient().value(),
        m.language(),
        m.text(),
        m.title(),
        m.state().name());
  }

  /** Deliveries that run, and an estimate of who is told for each revision that waits. */
  private static List<Progress.Running> running(DrillSession session, Estimates estimates) {
    List<Progress.Running> running = new ArrayList<>(estimates.ofWaiting());
    for (PendingEffect pending : session.host().pendingEffects()) {
      if (pending.effect() instanceof Effect.Deliver(var alert, var revision)) {
        running.add(
            new Progress.Running(
                alert,
                revision,
                Optional.<AudienceCounts>empty(),
                session.channels().ledger().counts(alert, revision)));
      }
    }
    return running;
  }
}
