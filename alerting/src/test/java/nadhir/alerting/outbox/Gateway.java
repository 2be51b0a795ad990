package nadhir.alerting.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nadhir.alerting.channel.ExerciseOrder;
import nadhir.alerting.channel.SandboxEndpoint;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.Channel;

/** A provider in memory: remembers what it took, answers as told. */
final class Gateway {
  /** What happens to the {@code attempt}th request for a delivery. */
  enum Answer {
    TAKEN,
    /** 429, not processed. */
    BUSY,
    /** Taken, but the answer says 500. */
    TAKEN_AND_500,
    /** Not taken, and the answer says 500. */
    LOST_AND_500,
    BAD_NUMBER
  }

  private final List<DeliveryId> taken = new ArrayList<>();
  private final Map<DeliveryId, Integer> attempts = new HashMap<>();
  private BiFunction<DeliveryId, Integer, Answer> answers = (_, _) -> Answer.TAKEN;
  private int underWay;
  private int mostUnderWay;

  synchronized Gateway answering(BiFunction<DeliveryId, Integer, Answer> how) {
    answers = how;
    return this;
  }

  synchronized List<DeliveryId> taken() {
    return List.copyOf(taken);
  }

  synchronized List<String> takenFrom(Function<DeliveryId, String> what) {
    return taken.stream().map(what).toList();
  }

  synchronized int attempts(DeliveryId delivery) {
    return attempts.getOrDefault(delivery, 0);
  }

  synchronized int mostUnderWay() {
    return mostUnderWay;
  }

  synchronized int underWay() {
    return underWay;
  }

  private synchronized Answer take(DeliveryId delivery) {
    int attempt = attempts.merge(delivery, 1, Integer::sum);
    Answer answer = answers.apply(delivery, attempt);
    if (answer == Answer.TAKEN || answer == Answer.TAKEN_AND_500) {
      taken.add(delivery);
    }
    return answer;
  }

  /** Called around each request, for tests that stop things in the middle. */
  interface Hook {
    default void before(DeliveryId delivery) throws InterruptedException {}

    default void after(DeliveryId delivery) throws InterruptedException {}
  }

  /** One member's way to this provider. */
  SandboxEndpoint endpoint(Channel channel, Hook hook) {
    return new SandboxEndpoint() {
      @Override
      public Channel channel() {
        return channel;
      }

      @Override
      public SendResult send(ExerciseOrder order, Instant at) throws InterruptedException {
        count(1);
        try {
          hook.before(order.letter().delivery());
          Answer answer = take(order.letter().delivery());
          hook.after(order.letter().delivery());
          return result(answer);
        } finally {
          count(-1);
        }
      }
    };
  }

  private synchronized void count(int by) {
    underWay += by;
    mostUnderWay = Math.max(mostUnderWay, underWay);
  }

  private static SendResult result(Answer answer) {
    return switch (answer) {
      case TAKEN -> new SendResult.Accepted("SM1");
      case BUSY -> new SendResult.NotProcessed("429", Optional.empty());
      case TAKEN_AND_500, LOST_AND_500 -> new SendResult.Ambiguous("http-500");
      case BAD_NUMBER -> new SendResult.Refused("21211");
    };
  }
}
