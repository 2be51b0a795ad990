package nadhir.alerting.register;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.PersonRef;

/** The register of one lane. Safe for use by several threads. */
public interface Registry {
  /** Grows with every change; an audience names the revision that it was resolved from. */
  long revision();

  /** All subscribers of a partition, in order of reference. */
  List<Subscriber> partition(int partition);

  /**
   * Those of {@code refs} that are in the register, in the order asked; the others are left out.
   */
  List<Subscriber> findAll(List<PersonRef> refs);

  default Optional<Subscriber> find(PersonRef ref) {
    return findAll(List.of(ref)).stream().findFirst();
  }

  /** Who is told at this number; the first in order when it is several. */
  Optional<PersonRef> findByPhone(PhoneNumber phone);

  /** Enters a subscriber, or replaces the one with the same reference. */
  void put(Subscriber subscriber);

  void remove(PersonRef ref);

  /**
   * Forgets a push subscription that its push service has declared gone, unless the subscriber has
   * another one by now.
   */
  void forgetPush(PersonRef ref, PushAddress gone);
}
