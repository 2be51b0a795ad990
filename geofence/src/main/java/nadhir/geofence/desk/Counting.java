package nadhir.geofence.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nadhir.core.id.RuleId;
import nadhir.geofence.rule.Rule;

/**
 * What each rule counts the time of, as a short hash of the conditions as they were parsed: the
 * same in every JVM, and the same when a rule changes in what else it says. How long it must be is
 * not in it: what has held for half an hour has done so, whatever was asked for.
 */
final class Counting {
  private static final int HASH_BYTES = 8;

  private final Map<RuleId, String> firing = new HashMap<>();
  private final Map<RuleId, String> clearing = new HashMap<>();

  Counting(List<Rule> rules) {
    for (Rule rule : rules) {
      if (!rule.holdFor().isZero()) {
        firing.put(
            rule.id(),
            hash(
                rule.when().canonical(),
                rule.zones().canonical(),
                Integer.toString(rule.quorum())));
      }
      rule.until()
          .filter(until -> !until.holdFor().isZero())
          .ifPresent(until -> clearing.put(rule.id(), hash(until.condition().canonical())));
    }
  }

  /** Of {@code when}, {@code zones} and {@code quorum}; empty without a time. */
  String ofFiring(Rule rule) {
    return firing.getOrDefault(rule.id(), "");
  }

  /** Of {@code until}; empty without a time. */
  String ofClearing(Rule rule) {
    return clearing.getOrDefault(rule.id(), "");
  }

  private static String hash(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
