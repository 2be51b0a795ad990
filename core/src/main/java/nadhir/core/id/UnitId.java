package nadhir.core.id;

/** A response unit or other resource of the site: {@code cd-ladder-1}. */
public record UnitId(String value) implements Id, Comparable<UnitId> {
  public UnitId {
    Id.check("UnitId", value);
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
