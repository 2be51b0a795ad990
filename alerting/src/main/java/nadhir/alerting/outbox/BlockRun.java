package nadhir.alerting.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.DeliveryStore.Result;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.register.Subscriber;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.PersonRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one block: mark, look, post each once, write down, finish. */
final class BlockRun {
  private static final Logger LOG = LoggerFactory.getLogger(BlockRun.class);

  /**
   * More refusals than this in a row and it has failed; about three hours at the longest pauses.
   */
  private static final int MAX_ATTEMPTS = 400;

  /** A wait between attempts is cut up, so that a Cancel or an end is seen in between. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private final OutboxParts parts;
  private final Claim claim;
  private final long fence;
  private final PriorityGate gate;
  private final BlockClaim hold;
  private final Results results;

  BlockRun(OutboxParts parts, Claim claim, long fence, PriorityGate gate) {
    this.parts = parts;
    this.claim = claim;
    this.fence = fence;
    this.gate = gate;
    this.hold = new BlockClaim(parts.store(), claim, fence, parts.times(), parts.patience());
    this.results = new Results(parts.store(), claim, fence, parts.patience());
  }

  /**
   * @param senders runs one task per recipient
   */
  void run(ExecutorService senders) throws InterruptedException {
    OutboxBlock block = claim.block();
    if (parts.wayOut().seal().isGenuine(block)) {
      List<PersonRef> ours = hold.mark();
      Optional<AlertMessage> message = parts.messages().find(block.alert(), block.revision());
      if (message.isPresent()) {
        sendAll(message.get(), ours, senders);
      } else {
        LOG.error("no such message alert={} revision={}", block.alert(), block.revision());
        endAll(ours, DeliveryState.FAILED, "no-message");
      }
      results.finish();
    } else {
      // Its recipients stay queued in the ledger, and come back in a block of our own making.
      LOG.error("forged block left aside alert={} entry={}", block.alert(), claim.entry());
    }
    FenceLost.unlessHeld(parts.patience().ask(() -> parts.store().finish(claim, fence)));
  }

  private void sendAll(AlertMessage message, List<PersonRef> ours, ExecutorService senders)
      throws InterruptedException {
    Map<PersonRef, Subscriber> known = new HashMap<>();
    parts
        .patience()
        .ask(() -> parts.registry().findAll(ours))
        .forEach(subscriber -> known.put(subscriber.ref(), subscriber));
    List<Future<?>> tasks = new ArrayList<>();
    for (PersonRef recipient : ours) {
      Optional<Letter> letter =
          Optional.ofNullable(known.get(recipient))
              .flatMap(s -> parts.writer().write(message, s, claim.block().delivery(recipient)));
      if (letter.isPresent()) {
        tasks.add(senders.submit(() -> sendOne(letter.get())));
      } else {
        end(recipient, DeliveryState.SUPPRESSED, "no-address");
      }
    }
    for (Future<?> task : tasks) {
      await(task);
    }
  }

  private static void await(Future<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("sending a block failed", e.getCause());
    }
  }

  private void endAll(List<PersonRef> recipients, DeliveryState state, String reason)
      throws InterruptedException {
    for (PersonRef recipient : recipients) {
      end(recipient, state, reason);
    }
  }

  private void end(PersonRef recipient, DeliveryState state, String reason)
      throws InterruptedException {
    boolean told = state == DeliveryState.SENT || state == DeliveryState.UNKNOWN;
    results.add(new Result(recipient, state, told, reason));
  }

  /** One recipient, to the end. A message that may have been processed is never sent again. */
  private Void sendOne(Letter letter) throws InterruptedException {
    PersonRef recipient = letter.delivery().recipient();
    for (int attempt = 1; true; attempt++) {
      Optional<SendResult> sent = attempt(letter);
      if (sent.isEmpty()) {
        return null;
      }
      if (sent.get() instanceof SendResult.NotProcessed(String reason, var asked)) {
        if (attempt >= MAX_ATTEMPTS) {
          end(recipient, DeliveryState.FAILED, reason);
          return null;
        }
        if (!waited(letter, Backoff.before(letter.delivery(), attempt, asked))) {
          return null;
        }
      } else {
        write(letter, sent.get());
        return null;
      }
    }
  }

  /** Empty when it must not or need not be sent any more, which is written down then. */
  private Optional<SendResult> attempt(Letter letter) throws InterruptedException {
    gate.enter(claim.block().severity());
    try {
      Instant at = parts.times().lane().instant();
      if (!mayGo(letter, at)) {
        return Optional.empty();
      }
      return Optional.of(
          parts.wayOut().serves(letter.delivery().channel())
              ? parts.wayOut().send(claim.block(), letter, at)
              : new SendResult.Refused("no-endpoint"));
    } catch (RuntimeException e) {
      // A fault of ours in the middle of sending: it may have gone out.
      LOG.error("sending failed delivery={}", letter.delivery().text(), e);
      return Optional.of(new SendResult.Ambiguous("error"));
    } finally {
      gate.leave();
    }
  }

  private boolean mayGo(Letter letter, Instant at) throws InterruptedException {
    PersonRef recipient = letter.delivery().recipient();
    return switch (hold.leaveToSend(recipient)) {
      case NOT_OURS -> false;
      case CANCELLED -> {
        end(recipient, DeliveryState.SUPPRESSED, LedgerLine.CANCELLED);
        yield false;
      }
      case GRANTED -> {
        boolean alive = letter.expiresAt().isAfter(at);
        if (!alive) {
          end(recipient, DeliveryState.EXPIRED, "");
        }
        yield alive;
      }
    };
  }

  /** False when a Cancel, the end of its life or another member came meanwhile. */
  private boolean waited(Letter letter, Duration length) throws InterruptedException {
    Duration left = length;
    while (left.isPositive()) {
      Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      parts.times().pause().pause(slice);
      left = left.minus(slice);
      if (left.isPositive() && !mayGo(letter, parts.times().lane().instant())) {
        return false;
      }
    }
    return true;
  }

  private void write(Letter letter, SendResult result) throws InterruptedException {
    PersonRef recipient = letter.delivery().recipient();
    switch (result) {
      case SendResult.Accepted _ -> end(recipient, DeliveryState.SENT, "");
      case SendResult.Refused(String reason) -> end(recipient, DeliveryState.FAILED, reason);
      case SendResult.OptedOut(String reason) -> end(recipient, DeliveryState.SUPPRESSED, reason);
      case SendResult.TooLate(String reason) -> end(recipient, DeliveryState.EXPIRED, reason);
      case SendResult.Ambiguous(String reason) -> end(recipient, DeliveryState.UNKNOWN, reason);
      case SendResult.NotProcessed(String reason, _) ->
          end(recipient, DeliveryState.FAILED, reason);
      case SendResult.Gone(String reason) -> {
        if (letter.body() instanceof Letter.Push push) {
          parts.patience().ask(() -> forget(recipient, push));
        }
        end(recipient, DeliveryState.FAILED, reason);
      }
    }
  }

  private boolean forget(PersonRef recipient, Letter.Push push) {
    parts.registry().forgetPush(recipient, push.to());
    return true;
  }
}
