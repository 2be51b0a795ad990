package nadhir.core.id;

/** One alert with all its revisions: {@code alert-21}. */
public record AlertId(String value) implements Id, Comparable<AlertId> {
  public AlertId {
    Id.check("AlertId", value);
  }

  @Override
  public int compareTo(AlertId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
