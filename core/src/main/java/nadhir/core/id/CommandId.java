package nadhir.core.id;

/** Chosen by whoever sends a command; a repeat gets the first answer. */
public record CommandId(String value) implements Id, Comparable<CommandId> {
  public CommandId {
    Id.check("CommandId", value);
  }

  @Override
  public int compareTo(CommandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
