package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.feed.Delivery;
import org.junit.jupiter.api.Test;

class SensorThingsTest {
  private static final String STAGE =
      "'unitOfMeasurement':{'symbol':'m'},'ObservedProperty':{'name':'Water Level'}";
  private static final String RAIN =
      "'unitOfMeasurement':{'symbol':'mm'},'ObservedProperty':{'name':'Rainfall'}";

  private final Mapped feed = Mapped.of("sensorthings", "");

  @Test
  void observationsTellTheirExpandedDatastream() {
    assertEquals(
        """
        2026-11-20T10:00:00Z 42 0.9 m
        2026-11-20T10:05:00Z 43 4.2 mm in PT15M
        2026-11-20T10:05:00Z 43 2.0 mm in PT5M
        UNKNOWN_PARAMETER 44 2026-11-20T10:00:00Z: neither stage nor flow nor rain""",
        feed.lines(
            json(
                "{'value':["
                    + observation("2026-11-20T10:00:00Z", "0.9", "42", STAGE)
                    + ","
                    + observation("2026-11-20T09:50:00Z/2026-11-20T10:05:00Z", "4.2", "43", RAIN)
                    + ","
                    + observation("2026-11-20T10:00:00Z/2026-11-20T10:05:00Z", "2", "43", RAIN)
                    + ","
                    + observation("2026-11-20T10:00:00Z", "21", "44", "'name':'Air'")
                    + "]}")));
  }

  private static String observation(String time, String result, String id, String stream) {
    return "{'phenomenonTime':'"
        + time
        + "','result':"
        + result
        + ",'Datastream':{'@iot.id':"
        + id
        + ","
        + stream
        + "}}";
  }

  @Test
  void datastreamsAndThingsHoldTheirObservations() {
    String stream =
        "{'@iot.id':'a7','name':'Y1 stage',"
            + STAGE
            + ",'Observations':["
            + "{'phenomenonTime':null,'resultTime':'2026-11-20T10:00:00Z','result':0.9},"
            + "{'phenomenonTime':'2026-11-20T10:05:00Z','result':'1.0'}]}";
    String told = "2026-11-20T10:00:00Z a7 0.9 m\n2026-11-20T10:05:00Z a7 1.0 m";
    assertEquals(told, feed.lines(json("{'value':[" + stream + "]}")));
    assertEquals(told, feed.lines(json(stream)));
    assertEquals(
        told + "\n2026-11-20T10:00:00Z a7 0.9 m\n2026-11-20T10:05:00Z a7 1.0 m",
        feed.lines(
            json(
                "{'value':[{'name':'Y1','Datastreams':["
                    + stream
                    + "]},{'name':'Y1','Datastreams':["
                    + stream
                    + "]}]}")));
  }

  @Test
  void aDatastreamWithoutObservationsIsNoReadingAndCostsNoOther() {
    assertEquals(
        "2026-11-20T10:00:00Z 42 0.9 m\nNO_VALUE item 2: nothing measured in it",
        feed.lines(
            json(
                "{'value':["
                    + observation("2026-11-20T10:00:00Z", "0.9", "42", STAGE)
                    + ",{'@iot.id':1,'name':'no observations'}]}")));
    assertEquals("", feed.lines("{\"value\":[]}"));
  }

  @Test
  void theTopicOfAMessageNamesTheDatastreamAndTheSiteSaysWhatItIs() {
    var mapped =
        Mapped.of(
            "sensorthings",
            """
            gauges:
              "42": {id: Y1, is: stage, unit: cm}
              "43": {id: RG1, is: rain, unit: mm}
            """);
    String message = json("{'phenomenonTime':'2026-11-20T10:00:00Z','result':90}");
    assertEquals(
        "2026-11-20T10:00:00Z Y1 0.9 m",
        mapped.lines(message, published("v1.1/Datastreams(42)/Observations")));
    assertEquals(
        "2026-11-20T10:00:00Z RG1 90.0 mm in PT15M",
        mapped.lines(message, published("v1.1/Datastreams('43')/Observations")));
    assertEquals(
        "UNKNOWN_GAUGE 7 2026-11-20T10:00:00Z: '7' is not in the site's table",
        mapped.lines(message, published("v1.1/Datastreams(7)/Observations")));
  }

  private static Delivery published(String topic) {
    return Delivery.published(topic, true);
  }

  private static String json(String text) {
    return text.replace('\'', '"').replace("(\"43\")", "('43')");
  }
}
