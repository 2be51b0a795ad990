package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.rain;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.event.Event;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Zones that come and go while a flood is on. */
class ChangedZonesTest {
  private static final PersonRef BY = new PersonRef("p-1");

  private static final String STAGE =
      """
        - rule: stage
          hazard: flash-flood
          when: stage_m >= 1
          zones: zone = 'shamiya'
          until: stage_m < 0.5 for 30 min
          level: red
          approve: one person
          alert: flood
      """;

  private static AqabaPack site(String rule) {
    return AqabaPack.with(new SiteFile("rules.yaml", "rules:\n" + rule));
  }

  private static Event stage(int revision, String at, double stageM) {
    var hazard = flood("f", revision, "yutum", "12:00", water("Y1", at, stageM, 1));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  private static AqabaPack without(AqabaPack site, String zone) {
    return new AqabaPack(
        site.head(),
        site.zones().stream().filter(z -> !z.id().value().equals(zone)).toList(),
        site.rules());
  }

  private static SiteEvent zone(String id) {
    return new SiteEvent.ZoneChanged(new ZoneId(id), 1, Optional.empty(), BY, "");
  }

  private static final String RAIN =
      """
        - rule: rain
          hazard: flash-flood
          when: rain_mm_30 >= 20
          zones: zone IN ('shallala', 'shallala-channel')
          level: red
          approve: one person
          alert: flood
      """;

  private static Event storm(int revision, String at, double rainMm30) {
    var hazard = flood("f", revision, "shallala", "12:00", rain("RG3", at, rainMm30));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  private static List<String> below() {
    return new RiskPlay(site(RAIN))
        .then("12:00", storm(1, "12:00", 30)).last().zones().stream()
            .map(impact -> impact.zone().value())
            .toList();
  }

  @Test
  void aZoneThatIsGoneLeavesTheFiring() {
    List<String> all = below();
    assertTrue(all.size() > 1, "zones " + all);
    var play =
        new RiskPlay(site(RAIN))
            .then("12:00", storm(1, "12:00", 30))
            .with(without(site(RAIN), all.getFirst()))
            .then("12:05", zone(all.getFirst()));
    assertEquals(
        all.subList(1, all.size()),
        play.last().zones().stream().map(impact -> impact.zone().value()).toList());
    assertEquals(2, play.last().revision());
  }

  @Test
  void aFiringWithoutAnyZoneIsOver() {
    var site = site(STAGE);
    var play =
        new RiskPlay(site)
            .then("12:00", stage(1, "12:00", 1.1))
            .then("12:10", stage(2, "12:10", 0.2))
            .with(without(site, "shamiya"))
            .then("12:15", zone("shamiya"));
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:10 wake at 12:40 for until|ass-1|f|shamiya
        12:15 no wake-up for until|ass-1|f|shamiya
        12:15 cleared: none of its zones is there any more
        """,
        play.told().replaceAll(" places=\\S+ span=\\S+ time=[0-9:]+", ""));
    assertTrue(play.desk().snapshot().waiting().isEmpty());
  }

  @Test
  void aNewZoneInsideOfWhatGoesOnIsReached() {
    List<String> all = below();
    var play =
        new RiskPlay(without(site(RAIN), all.getFirst()))
            .then("12:00", storm(1, "12:00", 30))
            .with(site(RAIN))
            .then("12:05", zone(all.getFirst()));
    assertEquals(all, play.last().zones().stream().map(impact -> impact.zone().value()).toList());
    assertEquals(2, play.last().revision());
  }
}
