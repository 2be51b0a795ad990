package nadhir.core.feed.quakeml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.id.ReportId;

/**
 * An event's own id, and whose catalogue it is of.
 *
 * <p>A {@code publicID} names an authority and something in its own hands: {@code
 * smi:org.gfz-potsdam.de/geofon/gfz2026qprg}, {@code quakeml:…/query?eventid=37645983}. The
 * American networks give their ids as attributes besides.
 */
record EventName(String id, List<ReportId> alsoKnownAs) {
  private static final String ANSS = "{http://anss.org/xmlns/catalog/0.1}";
  private static final Pattern PUBLIC_ID = Pattern.compile("^(?:smi|quakeml):([^/]+)/(.+)$");
  private static final Pattern PARAMETER = Pattern.compile("(?i)\\bev(?:ent)?id=([^&;]+)");

  static EventName of(XmlElement event) {
    Optional<String> source = event.attribute(ANSS + "eventsource");
    Optional<String> code = event.attribute(ANSS + "eventid");
    if (source.isPresent() && code.isPresent()) {
      String id = source.get() + code.get();
      return new EventName(id, CatalogueIds.of("comcat", List.of(id)));
    }
    String publicId = event.attribute("publicID").orElse("").strip();
    Matcher m = PUBLIC_ID.matcher(publicId);
    if (!m.matches()) {
      return new EventName(publicId, List.of());
    }
    String id = local(m.group(2));
    return new EventName(id, CatalogueIds.of(catalogue(m.group(1)), List.of(id)));
  }

  private static String local(String path) {
    Matcher parameter = PARAMETER.matcher(path);
    return parameter.find()
        ? parameter.group(1)
        : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1);
  }

  /** As other formats name the same catalogue. */
  private static String catalogue(String authority) {
    return switch (authority.toLowerCase(Locale.ROOT)) {
      case "eu.emsc", "eu.emsc-csem" -> "emsc";
      case "org.gfz-potsdam.de", "de.gfz" -> "gfz";
      case String other -> other;
    };
  }
}
