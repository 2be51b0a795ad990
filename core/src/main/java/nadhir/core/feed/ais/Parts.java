package nadhir.core.feed.ais;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;

/**
 * Puts messages of several sentences together. Parts must come in order, because a sequence number
 * (0 to 9) is soon used again and an old last part must not end a new message.
 */
final class Parts {
  /** Messages that may wait for further parts; beyond it the oldest is given up. */
  static final int MAX_WAITING = 64;

  /** Parts of one message follow each other within seconds. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  private record Waiting(int total, int have, String payload, Instant since) {}

  /**
   * The whole payload once {@code s} completes it.
   *
   * @param orphans takes what is given up because of this sentence
   */
  Optional<String> add(Sentence s, Instant at, List<Decoded> orphans) {
    if (waiting.isEmpty() && s.total() == 1) {
      return Optional.of(s.payload()); // nearly all of them
    }
    giveUpBefore(at.minus(PATIENCE), orphans);
    Waiting before = waiting.remove(s.group());
    if (s.number() == 1) {
      if (before != null) {
        orphans.add(orphan(s.group(), before));
      }
      return next(s, new Waiting(s.total(), 0, "", at), orphans);
    }
    if (before != null && before.total == s.total() && before.have == s.number() - 1) {
      return next(s, before, orphans);
    }
    if (before != null) {
      orphans.add(orphan(s.group(), before));
    }
    orphans.add(
        new Decoded.Rejected(
            Reason.ORPHAN_PART,
            "part " + s.number() + " of " + s.total() + " (" + s.group() + ") without the others"));
    return Optional.empty();
  }

  /** Everything that still waits is given up. */
  List<Decoded> finish() {
    List<Decoded> orphans = new ArrayList<>();
    waiting.forEach((group, w) -> orphans.add(orphan(group, w)));
    waiting.clear();
    return orphans;
  }

  private Optional<String> next(Sentence s, Waiting before, List<Decoded> orphans) {
    String payload = before.payload + s.payload();
    if (s.number() == s.total()) {
      return Optional.of(payload);
    }
    if (waiting.size() >= MAX_WAITING) {
      var oldest = waiting.entrySet().iterator();
      var given = oldest.next();
      oldest.remove();
      orphans.add(orphan(given.getKey(), given.getValue()));
    }
    waiting.put(s.group(), new Waiting(s.total(), s.number(), payload, before.since));
    return Optional.empty();
  }

  private void giveUpBefore(Instant limit, List<Decoded> orphans) {
    Iterator<Map.Entry<String, Waiting>> all = waiting.entrySet().iterator();
    while (all.hasNext()) {
      var w = all.next();
      if (w.getValue().since.isBefore(limit)) {
        orphans.add(orphan(w.getKey(), w.getValue()));
        all.remove();
      }
    }
  }

  private static Decoded orphan(String group, Waiting w) {
    return new Decoded.Rejected(
        Reason.ORPHAN_PART,
        "parts 1 to " + w.have + " of " + w.total + " (" + group + ") without the rest");
  }
}
