package nadhir.ops.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that {@code ./nadhir bench NAME} measures.
 *
 * @param what one line that says what is done, and what an item is
 * @param benchmarks the class with the JMH methods
 * @param parameters values for those {@code @Param} fields that are known only at run time; asked
 *     before anything is measured, and gives up where the samples are missing
 * @param remark said below the table; may be empty
 */
record Work(
    String name,
    String what,
    Class<?> benchmarks,
    Supplier<Map<String, List<String>>> parameters,
    Supplier<String> remark) {

  /** One whose class says all. */
  Work(String name, String what, Class<?> benchmarks) {
    this(name, what, benchmarks, Map::of, () -> "");
  }
}
