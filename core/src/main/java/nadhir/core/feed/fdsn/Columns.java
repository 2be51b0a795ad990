package nadhir.core.feed.fdsn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column stands where. */
final class Columns {
  /** What is read, in the order of the standard, by its heading there. */
  enum Column {
    EVENT_ID("EventID"),
    TIME("Time"),
    LATITUDE("Latitude"),
    LONGITUDE("Longitude"),
    DEPTH_KM("Depth/km"),
    AUTHOR("Author"),
    CATALOG("Catalog"),
    CONTRIBUTOR("Contributor"),
    CONTRIBUTOR_ID("ContributorID"),
    MAG_TYPE("MagType"),
    MAGNITUDE("Magnitude"),
    MAG_AUTHOR("MagAuthor"),
    LOCATION("EventLocationName"),
    EVENT_TYPE("EventType");

    private final String heading;

    Column(String heading) {
      this.heading = heading;
    }
  }

  /** Longer lines are no lines of a catalogue; what stands behind is not looked at. */
  private static final int MAX_FIELDS = 64;

  static final Columns STANDARD = new Columns(Arrays.asList(Column.values()));

  /** By position; headings that are not read are empty. */
  private final List<Optional<Column>> byPosition = new ArrayList<>();

  private Columns(List<Column> standard) {
    standard.forEach(c -> byPosition.add(Optional.of(c)));
  }

  private Columns(String[] headings) {
    for (String heading : headings) {
      byPosition.add(
          Arrays.stream(Column.values())
              .filter(c -> c.heading.equalsIgnoreCase(heading.strip()))
              .findFirst());
    }
  }

  /** By a line of headings, {@code #EventID|Time|…}; empty when it is none of events. */
  static Optional<Columns> of(String line) {
    var columns = new Columns(line.substring(1).split("\\|", MAX_FIELDS));
    boolean all =
        List.of(Column.EVENT_ID, Column.TIME, Column.LATITUDE, Column.LONGITUDE, Column.MAGNITUDE)
            .stream()
            .allMatch(c -> columns.byPosition.contains(Optional.of(c)));
    return all ? Optional.of(columns) : Optional.empty();
  }

  /**
   * The line's fields without blanks around them; a column that the line does not have is missing.
   */
  Map<Column, String> fields(String line) {
    Map<Column, String> fields = new EnumMap<>(Column.class);
    String[] values = line.split("\\|", MAX_FIELDS);
    for (int i = 0; i < Math.min(values.length, byPosition.size()); i++) {
      String value = values[i].strip();
      byPosition.get(i).ifPresent(column -> fields.putIfAbsent(column, value));
    }
    return fields;
  }
}
