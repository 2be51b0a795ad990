package nadhir.alerting.register;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.Channel;
import nadhir.core.geo.LatLon;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/**
 * Somebody who can be told: a person, one duty phone of an institution, or a partner.
 *
 * @param language BCP 47 tag of the language to be told in
 * @param home where they live, work or stay
 * @param last where they were last seen, if they let us know; goes before {@code home}
 * @param phone only there when told by SMS
 * @param push only there when told by push
 * @param optedOutBelow wants nothing that is less severe than this
 * @param tags lists that they stand on: {@code navy}, {@code vessels}, {@code dive-centres}
 */
public record Subscriber(
    PersonRef ref,
    Kind kind,
    String language,
    LatLon home,
    Optional<LatLon> last,
    Optional<PhoneNumber> phone,
    Optional<PushAddress> push,
    Optional<Severity> optedOutBelow,
    List<String> tags) {
  public Subscriber {
    tags = tags.stream().distinct().sorted().toList();
  }

  /** Which part of an audience somebody is. */
  public enum Kind {
    PUBLIC,
    INSTITUTION,
    PARTNER
  }

  public int partition() {
    return Partition.of(ref);
  }

  /** The institution of a duty phone; of anybody else, themselves. */
  public PersonRef owner() {
    return new PersonRef(Partition.owner(ref));
  }

  /** Where they are taken to be. */
  public LatLon place() {
    return last.orElse(home);
  }

  /** The ways to reach them, in fixed order; empty when there is none. */
  public List<Channel> channels() {
    return List.of(Channel.values()).stream().filter(this::hasAddressFor).toList();
  }

  private boolean hasAddressFor(Channel channel) {
    return switch (channel) {
      case SMS -> phone.isPresent();
      case PUSH -> push.isPresent();
    };
  }

  /** Whether they have asked not to be told of anything this mild. */
  public boolean optedOutOf(Severity severity) {
    return optedOutBelow.filter(limit -> severity.compareTo(limit) > 0).isPresent();
  }

  public boolean standsOnAny(List<String> lists) {
    return lists.stream().anyMatch(tags::contains);
  }

  /** The same without a push subscription that the push service no longer knows. */
  public Subscriber withoutPush() {
    return new Subscriber(
        ref, kind, language, home, last, phone, Optional.empty(), optedOutBelow, tags);
  }
}
