package nadhir.core.id;

/** A zone of the site: {@code shamiya}. */
public record ZoneId(String value) implements Id, Comparable<ZoneId> {
  public ZoneId {
    Id.check("ZoneId", value);
  }

  @Override
  public int compareTo(ZoneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
