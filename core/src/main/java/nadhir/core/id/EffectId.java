package nadhir.core.id;

/** One asked-for effect: {@code eff-22}. */
public record EffectId(String value) implements Id, Comparable<EffectId> {
  public EffectId {
    Id.check("EffectId", value);
  }

  @Override
  public int compareTo(EffectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
