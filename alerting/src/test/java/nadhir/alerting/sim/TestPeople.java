package nadhir.alerting.sim;

import java.util.List;
import java.util.Optional;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.Subscriber;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.core.geo.LatLon;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/** Subscribers for tests: {@code TestPeople.in(0, "p-1").push().build()}. */
public final class TestPeople {
  public static final SyntheticPushKeys KEYS = new SyntheticPushKeys(1);

  private final PersonRef ref;
  private final LatLon home;
  private Subscriber.Kind kind = Subscriber.Kind.PUBLIC;
  private String language = "ar";
  private Optional<LatLon> last = Optional.empty();
  private boolean sms = true;
  private boolean push;
  private Optional<Severity> optedOutBelow = Optional.empty();
  private List<String> tags = List.of();

  private TestPeople(PersonRef ref, LatLon home) {
    this.ref = ref;
    this.home = home;
  }

  /** Somebody in the middle of a zone of {@link TestZones}, with a phone. */
  public static TestPeople in(int zone, String ref) {
    return new TestPeople(new PersonRef(ref), TestZones.middle(zone));
  }

  public TestPeople kind(Subscriber.Kind value, String... lists) {
    this.kind = value;
    this.tags = List.of(lists);
    return this;
  }

  public TestPeople language(String tag) {
    this.language = tag;
    return this;
  }

  public TestPeople seenIn(int zone) {
    this.last = Optional.of(TestZones.middle(zone));
    return this;
  }

  public TestPeople noSms() {
    this.sms = false;
    return this;
  }

  public TestPeople push() {
    this.push = true;
    return this;
  }

  public TestPeople optedOutBelow(Severity severity) {
    this.optedOutBelow = Optional.of(severity);
    return this;
  }

  /** The number that {@link #build} gives to {@code ref}. */
  public static PhoneNumber phone(PersonRef ref) {
    return new PhoneNumber(
        "+999%09d".formatted(Math.floorMod(ref.value().hashCode(), 999_999_937)));
  }

  public Subscriber build() {
    return new Subscriber(
        ref,
        kind,
        language,
        home,
        last,
        sms ? Optional.of(phone(ref)) : Optional.empty(),
        push ? Optional.of(KEYS.address(ref)) : Optional.empty(),
        optedOutBelow,
        tags);
  }
}
