package nadhir.ops.bench;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Something that {@code ./nadhir bench NAME} measures.
 *
 * @param what one line that says what is done, and what an item is
 * @param benchmarks the class with the JMH methods
 * @param parameters values for those {@code @Param} fields that are known only at run time; asked
 *     when the work is measured
 */
record Work(
    String name,
    String what,
    Class<?> benchmarks,
    Supplier<SequencedMap<String, List<String>>> parameters) {}
