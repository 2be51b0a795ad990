package nadhir.core.id;

/** A configured feed or another source of reports: {@code usgs-day}, {@code operator}. */
public record FeedId(String value) implements Id, Comparable<FeedId> {
  public FeedId {
    Id.check("FeedId", value);
  }

  @Override
  public int compareTo(FeedId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
