package nadhir.core.id;

/** One firing of one rule: {@code ass-19}. */
public record AssessmentId(String value) implements Id, Comparable<AssessmentId> {
  public AssessmentId {
    Id.check("AssessmentId", value);
  }

  @Override
  public int compareTo(AssessmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
