package nadhir.core.feed.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class CapQuakeTest {
  private static final String BARE =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>q1</identifier><sender>quakes.example</sender>
      <sent>2026-11-20T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType>
      <scope>Public</scope><info><category>Geo</category><event>Earthquake</event>
      <urgency>Past</urgency><severity>Severe</severity><certainty>Observed</certainty>
      <onset>2026-11-20T11:55:30+03:00</onset><headline>Felt in Aqaba</headline>
      <description>%s</description><area><areaDesc>Gulf</areaDesc>%s</area></info></alert>""";

  private static String play(String description, String shape) {
    return new CapPlay().play(BARE.formatted(description, shape));
  }

  @Test
  void usgsPutsTheSolutionIntoParameters() throws IOException {
    assertEquals(
        "jmd:USGS-earthquakes-us2010apcd.6.20100831T000925.496Z ACTUAL earthquake M6.3 38700.0m"
            + " 2010-08-30T23:25:40Z LatLon[latDeg=-16.053, lonDeg=-173.274]"
            + " 'EQ 6.3 Neiafu, Tonga - PRELIMINARY REPORT'"
            + " [cap:USGS-earthquakes-us2010apcd.6.20100831T000925.496Z, comcat:us2010apcd]\n",
        new CapPlay().play(sample("cap/earthquake.cap", "UTF-8")));
    assertEquals(
        "jmd:USGS-earthquakes-nc71635010.28103893.20110906T171538.586Z ACTUAL earthquake M1.3"
            + " 3200.0m 2011-09-06T01:33:57.600Z LatLon[latDeg=38.82, lonDeg=-122.812]"
            + " 'EQ 1.3 The Geysers, CA - PRELIMINARY REPORT'"
            + " [cap:USGS-earthquakes-nc71635010.28103893.20110906T171538.586Z,"
            + " comcat:nc71635010]\n",
        new CapPlay()
            .play(sample("cap/earthquake_signed.cap", "ISO-8859-1"))
            .replaceFirst("SIGNATURE_UNCHECKED.*\n", ""));
  }

  @Test
  void othersPutItIntoWords() {
    assertEquals(
        "jmd:q1 ACTUAL earthquake M5.2 10000.0m 2026-11-20T08:55:30Z"
            + " LatLon[latDeg=28.8, lonDeg=34.8] 'Felt in Aqaba' [cap:q1]\n",
        play("Magnitude: 5.2, depth 10 km, 80 km south", "<circle>28.8,34.8 0</circle>"));
    assertEquals(
        "jmd:q1 ACTUAL earthquake M5.2 ? 2026-11-20T08:55:30Z"
            + " LatLon[latDeg=28.8, lonDeg=34.8] 'Felt in Aqaba' [cap:q1]\n",
        play("Gempa Mag:5.2 di laut", "<circle>28.8,34.8 30</circle>"));
  }

  @Test
  void withoutMagnitudeOrPlaceItIsWhatTheAuthorityStates() {
    String stated = "jmd:q1 ACTUAL earthquake SEVERE 2026-11-20T08:55:30Z.. ? 'Felt in Aqaba'";
    assertEquals(stated + " [cap:q1]\n", play("A strong one", "<circle>28.8,34.8 0</circle>"));
    assertEquals(stated + " [cap:q1]\n", play("Magnitude 5.2", ""));
  }

  @Test
  void anEarthquakeInTwoLanguagesIsOneSolution() {
    String two =
        BARE.formatted("Magnitude 5.2", "<circle>28.8,34.8 0</circle>")
            .replaceFirst("(?s)(<info>.*</info>)", "$1$1")
            .replaceFirst("Felt in Aqaba", "شعر به سكان العقبة");
    assertEquals(1, new CapPlay().reports(two).size());
  }

  private static String sample(String name, String encoding) throws IOException {
    String text =
        Files.readString(Samples.sample(name), java.nio.charset.Charset.forName(encoding));
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("encoding=\"ISO-8859-1\"", "encoding=\"UTF-8\"");
  }
}
