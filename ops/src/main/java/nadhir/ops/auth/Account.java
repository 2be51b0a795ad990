package nadhir.ops.auth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;

/**
 * Somebody who may sign in.
 *
 * @param name what is typed at signing in, in small letters
 * @param ref who this is in the journal; one person, also with several accounts
 * @param passwordHash as {@link Passwords} writes it
 */
public record Account(String name, PersonRef ref, List<Role> roles, String passwordHash) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  public Account {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A name is 1 to 64 of a-z 0-9 . _ @ - and begins with a letter or digit.");
    }
    roles = roles.stream().distinct().sorted().toList();
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account needs a role.");
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The name as it is kept: what people type differs in capitals and blanks around it. */
  public static String tidy(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + ref + ", " + roles + ", ***]";
  }
}
