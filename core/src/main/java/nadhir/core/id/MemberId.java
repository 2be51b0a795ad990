package nadhir.core.id;

/** One running node of the cluster. */
public record MemberId(String value) implements Id, Comparable<MemberId> {
  public MemberId {
    Id.check("MemberId", value);
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
