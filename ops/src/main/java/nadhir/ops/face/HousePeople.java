package nadhir.ops.face;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Accounts;
import nadhir.ops.auth.Passwords;

/** The accounts of a demo: made anew with each start, with passwords that are printed once. */
public final class HousePeople {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 12;

  /** How to enter. */
  public record Key(String name, String password, List<Role> roles) {
    @Override
    public String toString() {
      return "Key[" + name + ", ***]";
    }
  }

  private HousePeople() {}

  /** Makes the people of the demo, or gives them new passwords where they are there already. */
  public static List<Key> make(Accounts accounts, Passwords passwords) {
    List<Key> keys = new ArrayList<>();
    keys.add(one(accounts, passwords, "operator", "op-1", List.of(Role.OPERATOR)));
    keys.add(one(accounts, passwords, "approver", "ap-1", List.of(Role.OPERATOR, Role.APPROVER)));
    keys.add(one(accounts, passwords, "dispatcher", "di-1", List.of(Role.DISPATCHER)));
    keys.add(one(accounts, passwords, "coordinator", "co-1", List.of(Role.COORDINATOR)));
    return keys;
  }

  private static Key one(
      Accounts accounts, Passwords passwords, String name, String ref, List<Role> roles) {
    String password = password();
    var account = new Account(name, new PersonRef(ref), roles, passwords.hash(password));
    if (!accounts.add(account)) {
      accounts.replace(account);
    }
    return new Key(name, password, roles);
  }

  private static String password() {
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
