package nadhir.alerting.register;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;

/** Institutions and partners of a site: {@code institutions.yaml}. */
public record Contacts(List<Institution> institutions, List<Partner> partners) {
  public Contacts {
    institutions = List.copyOf(institutions);
    partners = List.copyOf(partners);
  }

  /** Where many people are, and somebody answers for them. */
  public enum InstitutionKind {
    HOTEL("hotels"),
    SCHOOL("schools"),
    DIVE_CENTRE("dive-centres"),
    TERMINAL("terminals"),
    HOSPITAL("hospitals"),
    MOSQUE("mosques"),
    SHELTER("shelters"),
    TOUR_OPERATOR("tour-operators"),
    UTILITY("utilities");

    private final String list;

    InstitutionKind(String list) {
      this.list = list;
    }

    /** The list that all of this kind stand on, as an alert's audience names it. */
    public String list() {
      return list;
    }
  }

  /**
   * An institution; it is told on all its duty phones, and must confirm.
   *
   * @param tags lists that it stands on beside its kind
   */
  public record Institution(
      PersonRef ref,
      InstitutionKind kind,
      Words name,
      ZoneId zone,
      String language,
      List<PhoneNumber> dutyPhones,
      List<String> tags,
      String provenance) {
    public Institution {
      dutyPhones = List.copyOf(dutyPhones);
      tags = List.copyOf(tags);
    }
  }

  /** An agency, vessel or firm that is told by name of its list, wherever it is. */
  public record Partner(
      PersonRef ref,
      Words name,
      ZoneId zone,
      String language,
      List<PhoneNumber> dutyPhones,
      List<String> tags,
      String provenance) {
    public Partner {
      dutyPhones = List.copyOf(dutyPhones);
      tags = List.copyOf(tags);
    }
  }

  public Optional<Institution> institution(PersonRef ref) {
    return institutions.stream().filter(i -> i.ref().equals(ref)).findFirst();
  }
}
