package nadhir.core.id;

/** One unit sent to one incident: {@code asg-31}. */
public record AssignmentId(String value) implements Id, Comparable<AssignmentId> {
  public AssignmentId {
    Id.check("AssignmentId", value);
  }

  @Override
  public int compareTo(AssignmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
