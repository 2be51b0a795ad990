package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.ended;
import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.overboard;
import static nadhir.geofence.desk.HazardWords.quake;
import static nadhir.geofence.desk.HazardWords.rain;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.silent;
import static nadhir.geofence.desk.HazardWords.warning;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.geo.LatLon;
import nadhir.core.report.Severity;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** The demo story of Aqaba on the real pack: which rule speaks when, where, and with what doubt. */
class FridayEveningTest {
  @Test
  void theStoryIsToldByTheRules() {
    var rg1 = rain("RG1", "15:15", 18);
    var rg2 = rain("RG2", "15:15", 14);
    var y1 = water("Y1", "16:00", 2.3, 2.1);
    var play =
        new RiskPlay(AqabaPack.real())
            .then("15:00", opened(warning("w", "15:00", "21:00", Severity.SEVERE)))
            .then("15:15", opened(flood("f", 1, "yutum", "15:15", rg1, rg2)))
            .then(
                "15:30",
                revised(flood("f", 2, "yutum", "15:15", rg1, rg2, water("Y1", "15:30", 0.9, 1.8))))
            .then(
                "15:40",
                revised(flood("f", 3, "yutum", "15:15", rg1, rg2, water("Y1", "15:40", 1.6, 4))))
            .then("16:00", revised(flood("f", 4, "yutum", "15:15", rg1, rg2, y1)))
            .then("16:10", silent("Y1", "16:00"))
            .then("16:10", revised(flood("f", 5, "yutum", "15:15", rg1, rg2, silent(y1))))
            .then("16:25", opened(overboard("m", 1, "16:25", new LatLon(29.4700, 34.9690))))
            .then("16:40", revised(overboard("m", 2, "16:25", new LatLon(29.4685, 34.9687))))
            .then("16:52", ended("m", "16:52", "rescued"))
            .then(
                "17:00",
                revised(
                    flood(
                        "f",
                        6,
                        "yutum",
                        "15:15",
                        rain("RG1", "17:00", 2),
                        rg2,
                        silent(y1),
                        water("Y2", "17:00", 0.9, 1.8))))
            .then("17:08", opened(quake("q", 1, "17:05", 6.9)))
            .then("17:10", opened(flood("s", 1, "shallala", "17:10", rain("RG3", "17:10", 60))))
            .then("17:11", revised(quake("q", 2, "17:05", 7.2)))
            .then(
                "17:20",
                revised(
                    flood(
                        "f",
                        7,
                        "yutum",
                        "15:15",
                        rain("RG1", "17:00", 2),
                        rg2,
                        silent(y1),
                        water("Y2", "17:20", 1.7, 2.4))))
            .then("17:30", ended("s", "17:30", "crew reports dry"))
            .then("19:30", ended("f", "19:30", "patrol confirms"));
    assertEquals(
        """
        15:00 weather-watch yellow two people: flood-watch \
        places=shallala,old-town,shamiya,tenth-area,ninth-area span=15:00-21:00 time=15:00; 20 zones
        15:40 wadi-yutum-flood red two people: flood-evacuate \
        places=shamiya span=17:15-17:50 time=17:35; airport-road shamiya yutum-channel
        16:25 man-overboard orange one person: man-overboard \
        places=container-terminal time=16:25; \
        container-terminal marine-park passenger-terminal south-beach
        16:52 cleared: hazard over: rescued
        17:00 again wadi-yutum-arrival red two people: flood-arrival \
        places=shamiya span=17:25-17:35 time=17:30; airport-road shamiya yutum-channel [gauge-silent]
        17:08 quake-shore red one person: quake-shore \
        places=hotel-strip,tala-bay,ayla,saraya,south-beach time=17:05; 14 zones
        17:08 quake-inland orange two people: quake-after \
        places=shallala,old-town,shamiya,tenth-area,ninth-area time=17:05; 25 zones
        17:10 shallala-flash red two people: flood-shallala \
        places=shallala span=17:20-17:40 time=17:30; shallala shallala-channel \
        [single-sensor, jumped-during-shaking]
        17:30 cleared: hazard over: crew reports dry
        19:30 cleared: hazard over: patrol confirms
        """,
        play.told());
  }
}
