package nadhir.core.id;

/** One hazard, numbered by the entry that caused it: {@code haz-17}. */
public record HazardId(String value) implements Id, Comparable<HazardId> {
  public HazardId {
    Id.check("HazardId", value);
  }

  @Override
  public int compareTo(HazardId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
