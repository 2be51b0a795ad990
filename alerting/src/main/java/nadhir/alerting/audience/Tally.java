package nadhir.alerting.audience;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.alerting.register.Subscriber;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.id.PersonRef;

/** Counts an audience. An institution with two duty phones is one. */
final class Tally {
  private final AlertMessage message;
  private final SortedSet<PersonRef> people = new TreeSet<>();
  private final SortedSet<PersonRef> institutions = new TreeSet<>();
  private final SortedSet<PersonRef> partners = new TreeSet<>();
  private final SortedSet<PersonRef> unreachable = new TreeSet<>();
  private final SortedMap<String, Integer> byLanguage = new TreeMap<>();

  Tally(AlertMessage message) {
    this.message = message;
  }

  void told(Subscriber subscriber) {
    var counted =
        switch (subscriber.kind()) {
          case PUBLIC -> people;
          case INSTITUTION -> institutions;
          case PARTNER -> partners;
        };
    if (counted.add(subscriber.owner())) {
      String language = LanguageChoice.of(message, subscriber.language()).language();
      byLanguage.merge(language, 1, Integer::sum);
    }
  }

  void unreachable(Subscriber subscriber) {
    unreachable.add(subscriber.owner());
  }

  AudienceCounts counts() {
    return new AudienceCounts(
        people.size(), institutions.size(), partners.size(), unreachable.size(), byLanguage);
  }

  static AudienceCounts sum(AudienceCounts a, AudienceCounts b) {
    SortedMap<String, Integer> byLanguage = new TreeMap<>(a.byLanguage());
    b.byLanguage().forEach((language, n) -> byLanguage.merge(language, n, Integer::sum));
    return new AudienceCounts(
        a.people() + b.people(),
        a.institutions() + b.institutions(),
        a.partners() + b.partners(),
        a.unreachable() + b.unreachable(),
        byLanguage);
  }

  static AudienceCounts none() {
    return new AudienceCounts(0, 0, 0, 0, new TreeMap<>());
  }
}
