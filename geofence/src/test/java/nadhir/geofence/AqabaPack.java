package nadhir.geofence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nadhir.core.pack.SiteHead;
import nadhir.core.pack.SiteInfoParser;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.desk.RiskDesk;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.zone.ZoneFile;

/** The real pack of Aqaba, read in place; its rules can be replaced. */
public record AqabaPack(SiteHead head, List<Zone> zones, List<Rule> rules) {

  public static AqabaPack real() {
    return with(file("rules.yaml"));
  }

  /** Aqaba with other rules. */
  public static AqabaPack with(SiteFile rules) {
    SiteHead head = realHead();
    List<Zone> zones = realZones();
    return new AqabaPack(head, zones, clean(RuleFile.read(rules, head, zones)).rules());
  }

  public static SiteHead realHead() {
    return Read.HEAD;
  }

  public static List<Zone> realZones() {
    return Read.ZONES;
  }

  /** Read once: many tests want it. */
  private static final class Read {
    static final SiteHead HEAD = clean(SiteInfoParser.parse(file("site.yaml")));
    static final List<Zone> ZONES = clean(ZoneFile.parse(file("zones.geojson"), HEAD.info()));
  }

  public static SiteFile file(String name) {
    try {
      return new SiteFile(name, Files.readString(Path.of("../ops/sites/aqaba", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value; a failed test with all mistakes when there are any. */
  public static <T> T clean(Parsed<T> parsed) {
    assertEquals(List.of(), parsed.mistakes());
    return parsed.get();
  }

  public SiteInfo site() {
    return head.info();
  }

  public RiskDesk desk() {
    return new RiskDesk(head.info(), head.gauges(), zones, rules, head.feeds(), head.models());
  }
}
