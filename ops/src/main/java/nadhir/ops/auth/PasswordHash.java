package nadhir.ops.auth;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, the
 * last two in Base64 without padding.
 */
record PasswordHash(Cost cost, byte[] salt, byte[] hash) {
  /**
   * What one computation costs.
   *
   * @param memoryKib 1024 bytes each
   */
  record Cost(int memoryKib, int passes, int lanes) {
    /** Above these a stored hash is taken as broken, not computed. */
    static final Cost HIGHEST = new Cost(262_144, 20, 8);

    boolean isSane() {
      return lanes >= 1
          && lanes <= HIGHEST.lanes
          && passes >= 1
          && passes <= HIGHEST.passes
          && memoryKib >= 8 * lanes
          && memoryKib <= HIGHEST.memoryKib;
    }
  }

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  static Optional<PasswordHash> parse(String text) {
    Matcher m = PHC.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    var cost =
        new Cost(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2)),
            Integer.parseInt(m.group(3)));
    try {
      var decoder = Base64.getDecoder();
      return Optional.of(
              new PasswordHash(cost, decoder.decode(m.group(4)), decoder.decode(m.group(5))))
          .filter(_ -> cost.isSane());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  String text() {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib,
            cost.passes,
            cost.lanes,
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[" + cost + ", ***]";
  }
}
