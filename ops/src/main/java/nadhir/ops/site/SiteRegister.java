package nadhir.ops.site;

import java.util.List;
import nadhir.alerting.desk.Institutions;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Subscriber;
import nadhir.alerting.register.SyntheticRegister;
import nadhir.core.alert.AlertMessage;
import nadhir.core.id.PersonRef;

/** The made-up register of a site: for drills, and to know which institutions an alert is for. */
public record SiteRegister(List<Subscriber> subscribers) implements Institutions {
  public SiteRegister {
    subscribers = List.copyOf(subscribers);
  }

  public static SiteRegister of(SitePack pack) {
    return new SiteRegister(
        SyntheticRegister.generate(pack.register(), pack.contacts(), pack.zones()));
  }

  /** Those with a duty phone inside the area, and those on a list that the alert names. */
  @Override
  public List<PersonRef> toldBy(AlertMessage message) {
    var audience = message.audience();
    var area = new AreaLocator(message.area());
    return subscribers.stream()
        .filter(s -> s.kind() == Subscriber.Kind.INSTITUTION)
        .filter(
            s ->
                s.standsOnAny(audience.listed())
                    || audience.institutions() && area.covers(s.place()))
        .map(Subscriber::owner)
        .distinct()
        .sorted()
        .toList();
  }
}
