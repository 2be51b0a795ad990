package nadhir.alerting.audience;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.Registry;
import nadhir.alerting.register.Subscriber;
import nadhir.core.id.PersonRef;

/** Looks at everybody of a partition, and keeps what it read until the register changes. */
public final class RegistryScan implements AudienceIndex {
  private record Read(long revision, List<Subscriber> subscribers) {}

  private final Registry registry;
  private final AtomicReferenceArray<Optional<Read>> read =
      new AtomicReferenceArray<>(Partition.COUNT);

  public RegistryScan(Registry registry) {
    this.registry = registry;
    for (int i = 0; i < Partition.COUNT; i++) {
      read.set(i, Optional.empty());
    }
  }

  @Override
  public long registryRevision() {
    return registry.revision();
  }

  @Override
  public List<Subscriber> inside(int partition, AreaLocator area) {
    return subscribers(partition).stream().filter(s -> area.covers(s.place())).toList();
  }

  @Override
  public List<Subscriber> listed(int partition, List<String> lists) {
    return subscribers(partition).stream().filter(s -> s.standsOnAny(lists)).toList();
  }

  @Override
  public List<Subscriber> byRef(int partition, List<PersonRef> refs) {
    Set<PersonRef> wanted = new HashSet<>(refs);
    return subscribers(partition).stream().filter(s -> wanted.contains(s.ref())).toList();
  }

  /** The revision is read first: a change in between only means reading once more than needed. */
  private List<Subscriber> subscribers(int partition) {
    long revision = registry.revision();
    Optional<Read> known = read.get(partition).filter(r -> r.revision() == revision);
    if (known.isPresent()) {
      return known.get().subscribers();
    }
    var fresh = new Read(revision, registry.partition(partition));
    read.set(partition, Optional.of(fresh));
    return fresh.subscribers();
  }
}
