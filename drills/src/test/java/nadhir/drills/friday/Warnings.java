package nadhir.drills.friday;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the weather service publishes at 15:00: one warning in CAP 1.2, as a document in Arabic and
 * one in English, each with an identifier of its own and nothing that names the other. All of it is
 * invented, its sender has a domain that nobody can have.
 */
final class Warnings {
  /** Roughly the governorate with the catchment of Wadi Yutum: latitude, longitude. */
  private static final String AREA =
      "29.36,34.96 29.45,34.97 29.54,34.98 29.70,35.04 29.90,35.10 29.90,35.45 29.55,35.45"
          + " 29.36,35.20 29.36,34.96";

  private Warnings() {}

  static SortedMap<String, String> documents() {
    var documents = new TreeMap<String, String>();
    documents.put(
        "jo-meteo-ar/1500.xml",
        cap(
            "AR",
            "ar",
            "أمطار غزيرة وسيول",
            "دائرة الأرصاد الجوية",
            "منخفض البحر الأحمر: أمطار غزيرة وسيول محتملة في العقبة ووادي اليتم",
            "ابتعدوا عن الأودية ومجاري السيول.",
            "محافظة العقبة"));
    documents.put(
        "jo-meteo-en/1500.xml",
        cap(
            "EN",
            "en",
            "Heavy rain and flash floods",
            "Jordan Meteorological Department",
            "Red Sea trough: heavy rain and flash floods possible in Aqaba and Wadi Yutum",
            "Keep out of wadis and flood channels.",
            "Aqaba governorate"));
    return documents;
  }

  private static String cap(
      String which,
      String language,
      String event,
      String sender,
      String headline,
      String instruction,
      String area) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>INVENTED-FOR-A-DRILL-2026-11-20-%s</identifier>
          <sender>warnings@weather.example</sender>
          <sent>2026-11-20T15:00:00+03:00</sent>
          <status>Actual</status>
          <msgType>Alert</msgType>
          <scope>Public</scope>
          <note>Invented for drills. No authority has said this.</note>
          <info>
            <language>%s</language>
            <category>Met</category>
            <event>%s</event>
            <responseType>Prepare</responseType>
            <urgency>Future</urgency>
            <severity>Moderate</severity>
            <certainty>Possible</certainty>
            <onset>2026-11-20T15:00:00+03:00</onset>
            <expires>2026-11-20T21:00:00+03:00</expires>
            <senderName>%s</senderName>
            <headline>%s</headline>
            <instruction>%s</instruction>
            <area>
              <areaDesc>%s</areaDesc>
              <polygon>%s</polygon>
            </area>
          </info>
        </alert>
        """
        .formatted(which, language, event, sender, headline, instruction, area, AREA);
  }
}
