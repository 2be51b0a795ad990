package nadhir.core.feed.gauge;

import java.util.List;
import java.util.OptionalInt;
import nadhir.core.feed.Delivery;

/** A row of a table. */
record CsvItem(int line, List<String> cells, Headings headings, Delivery delivery) implements Item {

  @Override
  public List<String> words(Place place) {
    return switch (place) {
      case Place.ByName(var column) -> cell(headings.find(column));
      case Place.ByNumber(int column) -> cell(column - 1);
      case Place.Topic(int level) -> Topics.words(delivery, level);
      case Place.Fixed(var text) -> List.of(text);
      case Place.Inside _, Place.InDocument _ -> List.of();
    };
  }

  private List<String> cell(int column) {
    return column >= 0 && column < cells.size() ? List.of(cells.get(column)) : List.of();
  }

  @Override
  public OptionalInt amongSeveral(int up) {
    return OptionalInt.empty();
  }

  @Override
  public String where() {
    return "line " + line;
  }
}
