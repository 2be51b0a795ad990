package nadhir.core.feed.cap;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.QuakeValues;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Observation;

/**
 * An earthquake that a CAP alert tells of. CAP has no place for magnitude and depth: sources put
 * them into parameters (USGS: Magnitude, Depth, EventTime, EventIDKey) or only into their words.
 * The place is the centre of the first circle. An alert without magnitude, place or origin time
 * stays what its authority states.
 *
 * @param catalogueId the event's id at the USGS, where it is given
 */
record CapQuake(Observation.Quake observation, Instant occurredAt, Optional<ReportId> catalogueId) {
  private static final String EARTHQUAKE = "earthquake";

  private static final Pattern FIRST_NUMBER =
      Pattern.compile("^\\s*([-+]?\\d{1,4}(?:\\.\\d{1,6})?)");
  private static final Pattern MAGNITUDE_SAID =
      Pattern.compile(
          "\\b(?:magnitud[eo]|mag)\\b[\\s:=]{1,3}(\\d{1,2}(?:\\.\\d{1,3})?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEPTH_SAID =
      Pattern.compile(
          "\\b(?:depth|kedalaman)\\b[\\s:=]{1,3}(?:of\\s)?(\\d{1,4}(?:\\.\\d{1,3})?)\\s?km",
          Pattern.CASE_INSENSITIVE);

  /** The first characters of a description; numbers that come later are of something else. */
  private static final int LOOKED_AT = 2_000;

  private static final DateTimeFormatter EVENT_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss[.SSS]'Z'", Locale.ROOT);

  private static final Pattern OTHER_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*[-+Z:0-9]");

  static Optional<CapQuake> read(HazardTypeId type, XmlElement info, CapArea area) throws Refusal {
    if (!type.value().equals(EARTHQUAKE)) {
      return Optional.empty();
    }
    SortedMap<String, String> parameters = parameters(info);
    String said = said(info);
    OptionalDouble magnitude = number(parameters.get("magnitude"), MAGNITUDE_SAID, said);
    Optional<Instant> origin = originTime(info, parameters);
    if (magnitude.isEmpty() || origin.isEmpty() || area.place().isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble depthKm = number(parameters.get("depth"), DEPTH_SAID, said);
    return Optional.of(
        new CapQuake(
            new Observation.Quake(
                QuakeValues.magnitude(magnitude.getAsDouble()),
                "",
                depthKm.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(QuakeValues.depthM(depthKm.getAsDouble())),
                OptionalInt.empty()),
            origin.get(),
            catalogueId(parameters)));
  }

  /** By name in small letters; CAP 1.0 writes {@code name=value}. */
  private static SortedMap<String, String> parameters(XmlElement info) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (XmlElement parameter : info.all("parameter")) {
      String[] old = parameter.text().strip().split("=", 2);
      String name = parameter.said("valueName").orElse(old[0]);
      String value = parameter.said("value").orElse(old.length == 2 ? old[1] : "");
      parameters.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value.strip());
    }
    return parameters;
  }

  private static String said(XmlElement info) {
    String text = info.said("headline").orElse("") + " " + info.said("description").orElse("");
    return text.substring(0, Math.min(text.length(), LOOKED_AT));
  }

  /** {@code 38.7 km (24.0 miles)} is 38.7; where no parameter says it, the words may. */
  private static OptionalDouble number(String parameter, Pattern inWords, String said) {
    var matcher = parameter == null ? inWords.matcher(said) : FIRST_NUMBER.matcher(parameter);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }

  /** The parameter EventTime is to the millisecond where the onset is to the second. */
  private static Optional<Instant> originTime(XmlElement info, SortedMap<String, String> parameters)
      throws Refusal {
    String text = parameters.getOrDefault("eventtime", "");
    try {
      return Optional.of(LocalDateTime.parse(text, EVENT_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      return OTHER_TIME.matcher(text).matches()
          ? Optional.of(Texts.iso(text))
          : CapAlert.time(info, "onset");
    }
  }

  /** ComCat writes its ids in small letters. */
  private static Optional<ReportId> catalogueId(SortedMap<String, String> parameters) {
    String key = parameters.getOrDefault("eventidkey", "").toLowerCase(Locale.ROOT);
    return CatalogueIds.of("comcat", List.of(key)).stream().findFirst();
  }
}
