package nadhir.alerting.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nadhir.alerting.sim.TestZones;
import nadhir.core.site.Zone;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;

class SiteFilesTest {
  private static final Path AQABA = Path.of("../ops/sites/aqaba");

  private static SiteFile aqaba(String name) throws IOException {
    return new SiteFile(name, Files.readString(AQABA.resolve(name)));
  }

  /** Stand-ins for all zones that the two files name. */
  private static List<Zone> zonesNamed() throws IOException {
    var names = new java.util.TreeSet<String>();
    var one = Pattern.compile("zone: ([a-z-]+)").matcher(aqaba("institutions.yaml").text());
    while (one.find()) {
      names.add(one.group(1));
    }
    var lists = Pattern.compile("zones: \\[([^]]+)]").matcher(aqaba("register.yaml").text());
    while (lists.find()) {
      names.addAll(List.of(lists.group(1).split(", ")));
    }
    return TestZones.named(names.toArray(String[]::new));
  }

  @Test
  void aqabasRegisterHasTheWeightsOfItsDescription() throws IOException {
    var spec = RegisterParser.parse(aqaba("register.yaml"), zonesNamed()).get();
    assertEquals(10_000, spec.people());
    assertEquals(1, spec.seed());
    assertEquals(
        List.of(46.0, 17.0, 12.0, 9.0, 5.0, 6.0, 1.0, 4.0),
        spec.groups().stream().map(RegisterSpec.Group::share).toList());
    assertEquals(new RegisterSpec.Channels(55, 20, 25), spec.channels());
  }

  @Test
  void aqabasInstitutionsAreAsManyOfEachKindAsDescribed() throws IOException {
    var contacts = ContactsParser.parse(aqaba("institutions.yaml"), zonesNamed()).get();
    var kinds =
        contacts.institutions().stream()
            .collect(
                Collectors.groupingBy(
                    Contacts.Institution::kind, TreeMap::new, Collectors.counting()));
    assertEquals(
        "{HOTEL=45, SCHOOL=25, DIVE_CENTRE=10, TERMINAL=8, HOSPITAL=3, MOSQUE=12, SHELTER=5,"
            + " TOUR_OPERATOR=6, UTILITY=6}",
        kinds.toString());
    assertTrue(contacts.institutions().stream().allMatch(i -> i.dutyPhones().size() == 2));
    assertTrue(
        contacts.institutions().stream()
            .flatMap(i -> i.dutyPhones().stream())
            .allMatch(PhoneNumber::isSynthetic));
    assertTrue(
        contacts.institutions().stream().allMatch(i -> i.provenance().startsWith("illustrative")));
    var lists = contacts.partners().stream().flatMap(p -> p.tags().stream()).distinct().toList();
    assertEquals(List.of("port-control", "navy", "vessels"), lists);
  }

  @Test
  void everyMistakeOfARegisterIsListedWithItsLine() {
    var text =
        """
        seed: 1
        people: -5
        provenance: test
        groups:
          - share: 40
            zones: [wset]
          - share: 50
            zones: [east]
        languages:
          - {language: ar, share: 100}
        channels: {smsOnly: 55, pushOnly: 20, both: 30}
        optedOutBelowSevere: 300
        deadNumbers: 1
        """;
    var parsed =
        RegisterParser.parse(new SiteFile("register.yaml", text), TestZones.named("west", "east"));
    assertEquals(
        """
        register.yaml:2: 'people' must be 0 to 1000000, not -5
        register.yaml:4: the shares must add up to 100 per cent, not 90.0
        register.yaml:6: no zone is called 'wset', did you mean 'west'?
        register.yaml:11: the shares must add up to 100 per cent, not 105.0
        register.yaml:12: 'optedOutBelowSevere' is a share in per cent, 0 to 100, not 300.0\
        """,
        parsed.mistakes().stream().map(Object::toString).collect(Collectors.joining("\n")));
  }

  @Test
  void everyMistakeOfTheContactsIsListedWithItsLine() {
    var text =
        """
        institutions:
          - ref: inst-1
            kind: motel
            name: {ar: "فندق", en: "Hotel"}
            zone: west
            language: en
            dutyPhones: ["+9995000101", "0795000101"]
            provenance: test
          - ref: inst-1
            kind: hotel
            name: {ar: "فندق", en: "Hotel"}
            zone: wesst
            language: en
            dutyPhones: ["+9995000101"]
            provenance: test
        partners:
          - ref: navy
            name: {ar: "البحرية", en: "Navy"}
            zone: east
            language: ar
            dutyPhones: []
            provenance: test
        """;
    var parsed =
        ContactsParser.parse(
            new SiteFile("institutions.yaml", text), TestZones.named("west", "east"));
    assertEquals(
        """
        institutions.yaml:3: 'kind' must be one of [hotel, school, dive-centre, terminal, hospital,\
         mosque, shelter, tour-operator, utility], not 'motel'
        institutions.yaml:7: a phone number is + and 7 to 15 digits, in quotes; not what ends in 01
        institutions.yaml:9: 'inst-1' is there twice
        institutions.yaml:12: no zone is called 'wesst', did you mean 'west'?
        institutions.yaml:14: the number ending in 01 is there twice
        institutions.yaml:17: 'dutyPhones' must list one number at least
        institutions.yaml:17: a partner needs 'tags': alerts name partners by them\
        """,
        parsed.mistakes().stream().map(Object::toString).collect(Collectors.joining("\n")));
  }
}
