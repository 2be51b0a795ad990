package nadhir.alerting.audience;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.Registry;
import nadhir.alerting.register.Subscriber;
import nadhir.core.id.PersonRef;

/**
 * Answers from people packed by where they are, as if each were asked about. When the register
 * changes, a partition is read again, and those in it who moved are moved; it is packed anew only
 * when somebody came or went, or many have moved.
 */
public final class RegistryGrid implements AudienceIndex {
  /** One partition; whoever asks while it is read waits, and need not read it again. */
  private static final class Share {
    private Optional<PartitionPeople> people = Optional.empty();
  }

  private final Registry registry;
  private final List<Share> shares = new ArrayList<>();

  public RegistryGrid(Registry registry) {
    this.registry = registry;
    for (int i = 0; i < Partition.COUNT; i++) {
      shares.add(new Share());
    }
  }

  @Override
  public long registryRevision() {
    return registry.revision();
  }

  @Override
  public List<Subscriber> inside(int partition, AreaLocator area) {
    Share share = shares.get(partition);
    synchronized (share) {
      return read(partition, share).inside(area);
    }
  }

  @Override
  public List<Subscriber> listed(int partition, List<String> lists) {
    if (lists.isEmpty()) {
      return List.of();
    }
    return subscribers(partition).stream().filter(s -> s.standsOnAny(lists)).toList();
  }

  @Override
  public List<Subscriber> byRef(int partition, List<PersonRef> refs) {
    if (refs.isEmpty()) {
      return List.of();
    }
    Set<PersonRef> wanted = new HashSet<>(refs);
    return subscribers(partition).stream().filter(s -> wanted.contains(s.ref())).toList();
  }

  private List<Subscriber> subscribers(int partition) {
    Share share = shares.get(partition);
    synchronized (share) {
      return read(partition, share).subscribers();
    }
  }

  /** The revision is read first: a change in between only means reading once more than needed. */
  private PartitionPeople read(int partition, Share share) {
    long revision = registry.revision();
    if (share.people.filter(p -> p.revision() == revision).isEmpty()) {
      List<Subscriber> fresh = registry.partition(partition);
      share.people =
          Optional.of(
              share
                  .people
                  .map(p -> p.at(revision, fresh))
                  .orElseGet(() -> PartitionPeople.of(revision, fresh)));
    }
    return share.people.orElseThrow();
  }
}
