package nadhir.ops.face;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.event.Effect;
import nadhir.ops.http.PostedPositions;
import nadhir.ops.http.PostedReports;
import nadhir.ops.http.Progress;
import nadhir.ops.http.SandboxMessages;
import nadhir.ops.http.TwilioStatus;
import nadhir.ops.live.LiveLane;

/** What a console sees of the live lane's ways out. There are no phones to look at. */
public final class LiveWays {
  private LiveWays() {}

  /** Without anybody who posts. */
  public static Face.Ways of(LiveLane live) {
    return of(live, Optional.empty(), Optional.empty());
  }

  public static Face.Ways of(
      LiveLane live, Optional<PostedReports> posted, Optional<PostedPositions> positions) {
    var none =
        new SandboxMessages.Page(
            List.of(), 0, new SandboxMessages.Counts(new TreeMap<>(), new TreeMap<>()));
    return new Face.Ways(
        (_, _) -> none, _ -> running(live), _ -> TwilioStatus.Taken.FORGED, posted, positions);
  }

  private static List<Progress.Running> running(LiveLane live) {
    return live.host().pendingEffects().stream()
        .map(p -> p.effect())
        .filter(Effect.Deliver.class::isInstance)
        .map(Effect.Deliver.class::cast)
        .map(
            d ->
                new Progress.Running(
                    d.alert(),
                    d.revision(),
                    Optional.empty(),
                    live.ledger().counts(d.alert(), d.revision())))
        .toList();
  }
}
