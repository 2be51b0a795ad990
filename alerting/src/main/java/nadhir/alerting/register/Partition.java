package nadhir.alerting.register;

import nadhir.core.id.PersonRef;

/**
 * The share of the register that a person belongs to. An alert's audience is resolved partition by
 * partition.
 */
public final class Partition {
  /** As many as Hazelcast's default partitions: a prime, so that no pattern of ids piles up. */
  public static final int COUNT = 271;

  private Partition() {}

  /**
   * The partition, 0 to {@link #COUNT} − 1. What stands after the first {@code /} does not count:
   * the duty phones {@code inst-0001/1} and {@code inst-0001/2} lie together.
   */
  public static int of(PersonRef ref) {
    return Math.floorMod(StableHash.of(owner(ref)), COUNT);
  }

  /** {@code inst-0001} of {@code inst-0001/2}; any other reference is its own owner. */
  static String owner(PersonRef ref) {
    int slash = ref.value().indexOf('/');
    return slash <= 0 ? ref.value() : ref.value().substring(0, slash);
  }
}
