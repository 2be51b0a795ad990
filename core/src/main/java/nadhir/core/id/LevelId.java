package nadhir.core.id;

/** A warning level of the site list (ISO 22324 colours): {@code red}. */
public record LevelId(String value) implements Id, Comparable<LevelId> {
  public LevelId {
    Id.check("LevelId", value);
  }

  @Override
  public int compareTo(LevelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
