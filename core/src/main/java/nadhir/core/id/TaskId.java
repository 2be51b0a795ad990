package nadhir.core.id;

/** One task: {@code task-23}. */
public record TaskId(String value) implements Id, Comparable<TaskId> {
  public TaskId {
    Id.check("TaskId", value);
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
