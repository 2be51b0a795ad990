package nadhir.core.id;

/** A water or rain gauge of the site: {@code Y1}, or {@code 01589025} for a foreign one. */
public record GaugeId(String value) implements Id, Comparable<GaugeId> {
  public GaugeId {
    Id.check("GaugeId", value);
  }

  @Override
  public int compareTo(GaugeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
