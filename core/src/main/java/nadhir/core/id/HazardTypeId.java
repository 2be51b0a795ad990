package nadhir.core.id;

/** A hazard type as the site lists it: {@code earthquake}, {@code flash-flood}. */
public record HazardTypeId(String value) implements Id, Comparable<HazardTypeId> {
  public HazardTypeId {
    Id.check("HazardTypeId", value);
  }

  @Override
  public int compareTo(HazardTypeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
