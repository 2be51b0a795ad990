package nadhir.core.id;

/** One report of one source, scoped by the source: {@code usgs:us7000abcd}. */
public record ReportId(String value) implements Id, Comparable<ReportId> {
  public ReportId {
    Id.check("ReportId", value);
  }

  @Override
  public int compareTo(ReportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
