package nadhir.alerting.audience;

import java.util.Arrays;
import java.util.List;
import nadhir.alerting.audience.grid.LivePeople;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Subscriber;

/**
 * The subscribers of one partition at one revision of the register, and where they are. A person's
 * number is their place in the list.
 */
final class PartitionPeople {
  private final long revision;
  private final List<Subscriber> subscribers;
  private final LivePeople people;

  private PartitionPeople(long revision, List<Subscriber> subscribers, LivePeople people) {
    this.revision = revision;
    this.subscribers = subscribers;
    this.people = people;
  }

  static PartitionPeople of(long revision, List<Subscriber> subscribers) {
    double[] latDeg = subscribers.stream().mapToDouble(s -> s.place().latDeg()).toArray();
    double[] lonDeg = subscribers.stream().mapToDouble(s -> s.place().lonDeg()).toArray();
    // A partition is packed in less than the time of one write to the store.
    return new PartitionPeople(
        revision, subscribers, new LivePeople(latDeg, lonDeg, Runnable::run));
  }

  long revision() {
    return revision;
  }

  List<Subscriber> subscribers() {
    return subscribers;
  }

  /** The same partition later. This one must not be asked any more. */
  PartitionPeople at(long later, List<Subscriber> fresh) {
    if (!samePeople(fresh)) {
      return of(later, fresh);
    }
    for (int i = 0; i < fresh.size(); i++) {
      Subscriber before = subscribers.get(i);
      Subscriber after = fresh.get(i);
      if (before != after && !before.place().equals(after.place())) {
        people.put(i, after.place());
      }
    }
    return new PartitionPeople(later, fresh, people);
  }

  private boolean samePeople(List<Subscriber> fresh) {
    if (fresh.size() != subscribers.size()) {
      return false;
    }
    for (int i = 0; i < fresh.size(); i++) {
      Subscriber before = subscribers.get(i);
      Subscriber after = fresh.get(i);
      if (before != after && !before.ref().equals(after.ref())) {
        return false;
      }
    }
    return true;
  }

  /** In the order of the list. */
  List<Subscriber> inside(AreaLocator area) {
    int[] numbers = people.inside(area.area()).persons();
    Arrays.sort(numbers);
    return Arrays.stream(numbers).mapToObj(subscribers::get).toList();
  }
}
