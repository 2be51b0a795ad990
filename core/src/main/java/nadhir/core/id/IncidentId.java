package nadhir.core.id;

/** One incident: {@code inc-23}. */
public record IncidentId(String value) implements Id, Comparable<IncidentId> {
  public IncidentId {
    Id.check("IncidentId", value);
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
