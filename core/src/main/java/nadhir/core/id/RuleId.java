package nadhir.core.id;

/** A risk rule of the site: {@code wadi-yutum-flood}. */
public record RuleId(String value) implements Id, Comparable<RuleId> {
  public RuleId {
    Id.check("RuleId", value);
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
