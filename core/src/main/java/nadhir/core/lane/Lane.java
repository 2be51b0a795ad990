package nadhir.core.lane;

import nadhir.core.id.Id;

/** Which house an entry belongs to: the real one, or an exercise with a journal of its own. */
public sealed interface Lane {
  /** The lane's name in keys and addresses: {@code live} or {@code drill:ID}. */
  String key();

  /** The one lane that can reach the public. */
  record Live() implements Lane {
    @Override
    public String key() {
      return "live";
    }
  }

  /** An exercise; nothing in it reaches the public. */
  record Drill(String id) implements Lane {
    public Drill {
      Id.check("Drill", id);
    }

    @Override
    public String key() {
      return "drill:" + id;
    }
  }

  static Lane parse(String key) {
    return key.equals("live") ? new Live() : new Drill(key.replaceFirst("^drill:", ""));
  }
}
