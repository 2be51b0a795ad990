package nadhir.drills.friday;

import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogues' documents in the form of the USGS summary feed, by file name. The earthquake is
 * that of 22 November 1995 moved to the evening: 28.826 N 34.799 E, M 7.2, 18 km deep, first told
 * by another network as M 6.9.
 */
final class Quakes {
  static final Instant ORIGIN = Instant.parse("2026-11-20T14:05:00Z");

  private Quakes() {}

  static SortedMap<String, String> documents() {
    var documents = new TreeMap<String, String>();
    documents.put("emsc/1500.json", summary("2026-11-20T12:00:00Z", ""));
    documents.put("usgs/1500.json", summary("2026-11-20T12:00:00Z", ""));
    documents.put(
        "emsc/1708.json",
        summary(
            "2026-11-20T14:08:00Z",
            feature(
                new Solution(
                    "emsc",
                    "demo0001",
                    6.9,
                    "mw",
                    "2026-11-20T14:07:40Z",
                    "automatic",
                    ",emscdemo0001,",
                    34.78,
                    28.85,
                    20))));
    documents.put(
        "usgs/1711.json",
        summary(
            "2026-11-20T14:11:00Z",
            feature(
                new Solution(
                    "us",
                    "demo0002",
                    7.2,
                    "mww",
                    "2026-11-20T14:10:35Z",
                    "reviewed",
                    ",usdemo0002,emscdemo0001,ptdemo0003,",
                    34.799,
                    28.826,
                    18))));
    return documents;
  }

  private record Solution(
      String net,
      String code,
      double mag,
      String magType,
      String updated,
      String status,
      String ids,
      double lonDeg,
      double latDeg,
      double depthKm) {}

  private static String summary(String generated, String features) {
    return """
        {
          "type": "FeatureCollection",
          "metadata": {
            "generated": %d,
            "title": "Illustrative data for an exercise. This earthquake did not happen.",
            "status": 200,
            "api": "1.14.1",
            "count": %d
          },
          "features": [%s]
        }
        """
        .formatted(Instant.parse(generated).toEpochMilli(), features.isEmpty() ? 0 : 1, features);
  }

  private static String feature(Solution s) {
    return String.format(
        Locale.ROOT,
        """

            {
              "type": "Feature",
              "properties": {
                "mag": %.1f,
                "place": "Gulf of Aqaba",
                "time": %d,
                "updated": %d,
                "tz": null,
                "felt": null,
                "status": "%s",
                "tsunami": 0,
                "net": "%s",
                "code": "%s",
                "ids": "%s",
                "magType": "%s",
                "type": "earthquake",
                "title": "M %.1f - Gulf of Aqaba"
              },
              "geometry": {"type": "Point", "coordinates": [%s, %s, %s]},
              "id": "%s%s"
            }
          \
        """,
        s.mag,
        ORIGIN.toEpochMilli(),
        Instant.parse(s.updated).toEpochMilli(),
        s.status,
        s.net,
        s.code,
        s.ids,
        s.magType,
        s.mag,
        s.lonDeg,
        s.latDeg,
        s.depthKm,
        s.net,
        s.code);
  }
}
