package nadhir.ops.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** All that can be measured, in the order in which it is listed. */
final class Works {
  static final List<Work> ALL =
      List.of(
          new Work(
              "decode",
              "each feed format on its largest sample; an item is a report, message or rejection",
              DecodeBench.class,
              () -> one("sample", FormatSamples.all())),
          new Work(
              "ais",
              "AIS lines beside AisLib alone; an item is a sentence",
              AisBench.class,
              LinkedHashMap::new));

  private Works() {}

  static List<String> names() {
    return ALL.stream().map(Work::name).toList();
  }

  static Optional<Work> find(String name) {
    return ALL.stream().filter(w -> w.name().equals(name)).findFirst();
  }

  private static SequencedMap<String, List<String>> one(String name, List<String> values) {
    var map = new LinkedHashMap<String, List<String>>();
    map.put(name, values);
    return map;
  }
}
