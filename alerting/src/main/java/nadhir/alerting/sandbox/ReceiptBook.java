package nadhir.alerting.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nadhir.alerting.ledger.Ledger;

/** Reports that are still to come, in the order of their time, then of their delivery. */
final class ReceiptBook {
  private record Due(Instant at, String delivery, Ledger.Receipt receipt) {}

  private static final Comparator<Due> ORDER =
      Comparator.comparing(Due::at).thenComparing(Due::delivery);

  private final TreeSet<Due> waiting = new TreeSet<>(ORDER);

  synchronized void add(Instant due, Ledger.Receipt receipt) {
    waiting.add(new Due(due, receipt.delivery().text(), receipt));
  }

  synchronized Optional<Instant> nextDue() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().at());
  }

  /** Takes out everything due up to and at a moment, in order. */
  synchronized List<Ledger.Receipt> due(Instant upTo) {
    List<Ledger.Receipt> due = new ArrayList<>();
    while (!waiting.isEmpty() && !waiting.first().at().isAfter(upTo)) {
      due.add(waiting.pollFirst().receipt());
    }
    return due;
  }
}
