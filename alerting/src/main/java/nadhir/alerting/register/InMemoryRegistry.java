package nadhir.alerting.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.core.id.PersonRef;

/** A register that lives with the process: for drills, made again from the seed, and for tests. */
public final class InMemoryRegistry implements Registry {
  private final List<SortedMap<PersonRef, Subscriber>> partitions = new ArrayList<>();
  private final SortedMap<String, SortedSet<PersonRef>> byPhone = new TreeMap<>();
  private long revision;

  public InMemoryRegistry() {
    for (int i = 0; i < Partition.COUNT; i++) {
      partitions.add(new TreeMap<>());
    }
  }

  public InMemoryRegistry(Collection<Subscriber> subscribers) {
    this();
    subscribers.forEach(this::put);
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized List<Subscriber> partition(int partition) {
    return List.copyOf(partitions.get(partition).values());
  }

  @Override
  public synchronized List<Subscriber> findAll(List<PersonRef> refs) {
    return refs.stream().map(this::lookUp).flatMap(Optional::stream).toList();
  }

  private Optional<Subscriber> lookUp(PersonRef ref) {
    return Optional.ofNullable(partitions.get(Partition.of(ref)).get(ref));
  }

  @Override
  public synchronized Optional<PersonRef> findByPhone(PhoneNumber phone) {
    return Optional.ofNullable(byPhone.get(phone.e164())).map(SortedSet::first);
  }

  @Override
  public synchronized void put(Subscriber subscriber) {
    remove(subscriber.ref());
    partitions.get(subscriber.partition()).put(subscriber.ref(), subscriber);
    subscriber
        .phone()
        .ifPresent(
            p -> byPhone.computeIfAbsent(p.e164(), _ -> new TreeSet<>()).add(subscriber.ref()));
    revision++;
  }

  @Override
  public synchronized void remove(PersonRef ref) {
    Subscriber gone = partitions.get(Partition.of(ref)).remove(ref);
    if (gone != null) {
      gone.phone().ifPresent(p -> byPhone.computeIfPresent(p.e164(), (_, refs) -> less(refs, ref)));
      revision++;
    }
  }

  private static SortedSet<PersonRef> less(SortedSet<PersonRef> refs, PersonRef ref) {
    refs.remove(ref);
    return refs.isEmpty() ? null : refs;
  }

  @Override
  public synchronized void forgetPush(PersonRef ref, PushAddress gone) {
    lookUp(ref)
        .filter(s -> s.push().filter(gone::equals).isPresent())
        .ifPresent(s -> put(s.withoutPush()));
  }
}
