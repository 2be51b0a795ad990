package nadhir.core.feed.navwarn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/** One warning as it stands in the document. */
final class Fields {
  /** Longer texts are cut; the longest of two years has about 6,000 characters. */
  static final int MAX_TEXT = 20_000;

  private final JsonNode item;
  private final String text;

  Fields(JsonNode item) {
    this.item = item;
    String raw = item.path("text").asText("");
    this.text = raw.substring(0, Math.min(raw.length(), MAX_TEXT)).replaceAll("\\s+", " ").strip();
  }

  /** {@code HYDROPAC-1270/2023}. */
  Optional<String> id() {
    return Series.ofCode(of("navArea"))
        .filter(_ -> number().matches("\\d{1,6}") && year().matches("\\d{4}"))
        .map(series -> series + "/" + number() + "/" + year())
        .map(id -> id.replaceFirst("/", "-"));
  }

  /** For people, whatever is missing. */
  String name() {
    return id().orElse("warning " + of("navArea") + " " + number() + "/" + year());
  }

  private String number() {
    return of("msgNumber");
  }

  private String year() {
    return of("msgYear");
  }

  /** In one line, with single blanks. */
  String text() {
    return text;
  }

  /** Whether the source lists it as cancelled. */
  boolean isCancelled() {
    return of("status").equals("C") || item.hasNonNull("cancelDate");
  }

  Instant issuedAt() throws Refusal {
    String time = of("issueDate");
    if (time.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no issueDate");
    }
    return DateTimeGroup.find(time)
        .orElseThrow(() -> new Refusal(Reason.BAD_TIME, "'" + time + "' is no date-time group"));
  }

  /** {@code EASTERN RANGE} of {@code EASTERN RANGE 0/22 072203Z NOV 22.} */
  String authority() {
    return of("authority").replaceFirst("\\s+\\d+/\\d+.*$", "");
  }

  private String of(String name) {
    return item.path(name).asText("").strip();
  }
}
