package nadhir.alerting.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import nadhir.core.geo.LatLon;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Severity;
import nadhir.core.site.Zone;

/**
 * A made-up register for drills: the same people for the same seed, zones and specification, on
 * every machine. All phone numbers start with +999.
 *
 * <p>People are {@code p-00001} and so on; duty phones are {@code inst-0001/1}, {@code
 * inst-0001/2}.
 */
public final class SyntheticRegister {
  private final RegisterSpec spec;
  private final SortedMap<ZoneId, PlacesIn> zones = new TreeMap<>();
  private final SyntheticPushKeys keys;

  private SyntheticRegister(RegisterSpec spec, List<Zone> zones) {
    this.spec = spec;
    zones.forEach(zone -> this.zones.put(zone.id(), new PlacesIn(zone)));
    this.keys = new SyntheticPushKeys(spec.seed());
  }

  /** People, institutions and partners, in this order. */
  public static List<Subscriber> generate(RegisterSpec spec, Contacts contacts, List<Zone> zones) {
    var register = new SyntheticRegister(spec, zones);
    List<Subscriber> all = new ArrayList<>(register.people());
    contacts.institutions().forEach(i -> all.addAll(register.dutyPhones(i)));
    contacts.partners().forEach(p -> all.addAll(register.dutyPhones(p)));
    return all;
  }

  private List<Subscriber> people() {
    var random = new SplittableRandom(spec.seed());
    List<Subscriber> people = new ArrayList<>();
    for (int number = 1; number <= spec.people(); number++) {
      // A generator of its own: a rule that draws once more for one leaves the others as they are.
      people.add(person(number, random.split()));
    }
    return people;
  }

  private Subscriber person(int number, SplittableRandom random) {
    var ref = new PersonRef("p-%05d".formatted(number));
    var group = drawn(spec.groups(), RegisterSpec.Group::share, random);
    var places = group.zones().stream().map(zones::get).toList();
    var home = drawn(places, PlacesIn::weight, random).next(random);
    var language = drawn(spec.languages(), RegisterSpec.Language::share, random).language();
    double way = random.nextDouble() * 100;
    boolean smsOnly = way < spec.channels().smsOnly();
    boolean pushOnly = !smsOnly && way < spec.channels().smsOnly() + spec.channels().pushOnly();
    boolean optedOut = random.nextDouble() * 100 < spec.optedOutBelowSevere();
    return new Subscriber(
        ref,
        Subscriber.Kind.PUBLIC,
        language,
        home,
        Optional.empty(),
        pushOnly ? Optional.empty() : Optional.of(phone(number)),
        smsOnly ? Optional.empty() : Optional.of(keys.address(ref)),
        optedOut ? Optional.of(Severity.SEVERE) : Optional.empty(),
        List.of());
  }

  private static PhoneNumber phone(int number) {
    return new PhoneNumber("+9991%07d".formatted(number));
  }

  private List<Subscriber> dutyPhones(Contacts.Institution institution) {
    List<String> tags = new ArrayList<>(institution.tags());
    tags.add(institution.kind().list());
    return dutyPhones(
        institution.ref(),
        Subscriber.Kind.INSTITUTION,
        institution.language(),
        institution.zone(),
        institution.dutyPhones(),
        tags);
  }

  private List<Subscriber> dutyPhones(Contacts.Partner partner) {
    return dutyPhones(
        partner.ref(),
        Subscriber.Kind.PARTNER,
        partner.language(),
        partner.zone(),
        partner.dutyPhones(),
        partner.tags());
  }

  private List<Subscriber> dutyPhones(
      PersonRef owner,
      Subscriber.Kind kind,
      String language,
      ZoneId zone,
      List<PhoneNumber> phones,
      List<String> tags) {
    var place = placeOf(owner, zone);
    List<Subscriber> all = new ArrayList<>();
    for (PhoneNumber phone : phones) {
      all.add(
          new Subscriber(
              new PersonRef(owner.value() + "/" + (all.size() + 1)),
              kind,
              language,
              place,
              Optional.empty(),
              Optional.of(phone),
              Optional.empty(),
              Optional.empty(),
              tags));
    }
    return all;
  }

  /** Its place does not move when other institutions come or go. */
  private LatLon placeOf(PersonRef owner, ZoneId zone) {
    return zones
        .get(zone)
        .next(new SplittableRandom(StableHash.of(spec.seed(), "place|" + owner.value())));
  }

  private static <T> T drawn(List<T> from, ToDoubleFunction<T> weight, SplittableRandom random) {
    double left = random.nextDouble() * from.stream().mapToDouble(weight).sum();
    for (T candidate : from) {
      left -= weight.applyAsDouble(candidate);
      if (left < 0) {
        return candidate;
      }
    }
    return from.getLast();
  }
}
