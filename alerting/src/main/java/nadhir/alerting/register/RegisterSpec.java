package nadhir.alerting.register;

import java.util.List;
import nadhir.core.id.ZoneId;

/**
 * What a synthetic register is made from: {@code register.yaml}. All shares are per cent.
 *
 * @param people how many people to make up
 * @param groups where they are; the shares add up to 100
 * @param languages what they are told in; the shares add up to 100
 * @param optedOutBelowSevere how many want nothing below Severe
 * @param deadNumbers how many numbers ring nowhere: the sandbox answers for them with a failure
 */
public record RegisterSpec(
    long seed,
    int people,
    List<Group> groups,
    List<Language> languages,
    Channels channels,
    double optedOutBelowSevere,
    double deadNumbers,
    String provenance) {
  public RegisterSpec {
    groups = List.copyOf(groups);
    languages = List.copyOf(languages);
  }

  /** People of some zones; among these zones by their population at night. */
  public record Group(double share, List<ZoneId> zones) {
    public Group {
      zones = List.copyOf(zones);
    }
  }

  /** {@code language} as a BCP 47 tag. */
  public record Language(String language, double share) {}

  /** The three ways to be told; they add up to 100. */
  public record Channels(double smsOnly, double pushOnly, double both) {}
}
