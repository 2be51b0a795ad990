package nadhir.core.lane;

import java.util.List;
import nadhir.core.id.FeedId;
import nadhir.core.id.PersonRef;

/** Who caused an entry. */
public sealed interface Actor {
  /** A signed-in person (or a scripted one, in a drill), with the roles held at that moment. */
  record Person(PersonRef who, List<Role> roles) implements Actor {
    public Person {
      roles = roles.stream().distinct().sorted().toList();
    }

    public boolean is(Role role) {
      return roles.contains(role);
    }
  }

  /** A feed adapter. */
  record Feed(FeedId feed) implements Actor {}

  /** Nadhir itself: consequences, wake-ups, results of effects. {@code part} names the desk. */
  record House(String part) implements Actor {}
}
