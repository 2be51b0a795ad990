package nadhir.ops.auth;

import java.util.List;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;

/**
 * A person with a session, and the roles that the account has now.
 *
 * @param name the account's
 */
public record SignedIn(PersonRef who, String name, List<Role> roles) {
  public SignedIn {
    roles = List.copyOf(roles);
  }

  static SignedIn as(Account account) {
    return new SignedIn(account.ref(), account.name(), account.roles());
  }

  public Actor.Person actor() {
    return new Actor.Person(who, roles);
  }
}
