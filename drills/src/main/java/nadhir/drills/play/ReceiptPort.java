package nadhir.drills.play;

import java.time.Instant;
import java.util.Optional;

/** Sandbox recipients that answer in lane time: delivery receipts that are still to come. */
public interface ReceiptPort {
  /** Nobody answers. */
  ReceiptPort NONE =
      new ReceiptPort() {
        @Override
        public Optional<Instant> nextDue() {
          return Optional.empty();
        }

        @Override
        public void run(Instant upTo) {
          // nobody answers
        }
      };

  Optional<Instant> nextDue();

  /** Hands out every receipt due at {@code upTo} or before, and returns when all are taken in. */
  void run(Instant upTo) throws InterruptedException;
}
