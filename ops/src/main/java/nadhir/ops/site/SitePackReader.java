package nadhir.ops.site;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nadhir.alerting.compose.MessagesParser;
import nadhir.alerting.register.ContactsParser;
import nadhir.alerting.register.RegisterParser;
import nadhir.core.pack.SiteHead;
import nadhir.core.pack.SiteInfoParser;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.dispatch.pack.ResourcesFile;
import nadhir.dispatch.pack.RunCardsFile;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.zone.ZoneFile;

/**
 * Reads a site pack from its folder. Every file is read as far as it can be, so that all mistakes
 * of all files come at once; a file that builds on another is read when that one is sound.
 */
public final class SitePackReader {
  /** The files of a pack; each is needed. */
  static final List<String> FILES =
      List.of(
          "site.yaml",
          "zones.geojson",
          "rules.yaml",
          "messages.yaml",
          "resources.yaml",
          "runcards.yaml",
          "register.yaml",
          "institutions.yaml");

  private final Path folder;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final TreeMap<String, SiteFile> files = new TreeMap<>();

  private SitePackReader(Path folder) {
    this.folder = folder;
  }

  /** The pack, or every mistake in it. */
  public static Parsed<SitePack> read(Path folder) {
    return new SitePackReader(folder).read();
  }

  private Parsed<SitePack> read() {
    if (!Files.isDirectory(folder)) {
      return Parsed.failed(
          List.of(new Mistake(folder.toString(), 0, "there is no such folder with a site pack")));
    }
    FILES.forEach(this::load);
    Optional<SiteHead> head = parse("site.yaml", SiteInfoParser::parse);
    var zones = head.flatMap(h -> parse("zones.geojson", f -> ZoneFile.parse(f, h.info())));
    var rules =
        zones.flatMap(z -> parse("rules.yaml", f -> RuleFile.read(f, head.orElseThrow(), z)));
    var messages =
        head.flatMap(h -> parse("messages.yaml", f -> MessagesParser.parse(f, h.info())));
    var units = parse("resources.yaml", ResourcesFile::parse);
    var cards = units.flatMap(u -> parse("runcards.yaml", f -> RunCardsFile.parse(f, u)));
    var register = zones.flatMap(z -> parse("register.yaml", f -> RegisterParser.parse(f, z)));
    var contacts = zones.flatMap(z -> parse("institutions.yaml", f -> ContactsParser.parse(f, z)));
    cross("site.yaml", head, zones, (f, h, z) -> CrossCheck.gauges(f, h.gauges(), z));
    cross("site.yaml", head, zones, (f, h, z) -> CrossCheck.models(f, h.models(), z));
    cross("site.yaml", head, units, (f, h, u) -> CrossCheck.speakers(f, h.feeds(), u));
    zones.ifPresent(z -> mistakes.addAll(CrossCheck.keepOff(files.get("zones.geojson"), z)));
    cross("rules.yaml", rules.map(RuleBook::rules), messages, CrossCheck::messages);
    cross("rules.yaml", rules.map(RuleBook::rules), cards, CrossCheck::runCards);
    if (!mistakes.isEmpty()) {
      return Parsed.failed(mistakes);
    }
    SiteHead h = head.orElseThrow();
    return Parsed.of(
        new SitePack(
            folder,
            sha256(),
            h.info(),
            h.gauges(),
            h.feeds(),
            h.models(),
            zones.orElseThrow(),
            rules.orElseThrow(),
            messages.orElseThrow(),
            units.orElseThrow(),
            cards.orElseThrow(),
            register.orElseThrow(),
            contacts.orElseThrow(),
            files));
  }

  private void load(String name) {
    try {
      files.put(name, new SiteFile(name, Files.readString(folder.resolve(name))));
    } catch (CharacterCodingException e) {
      mistakes.add(new Mistake(name, 0, "the file is not UTF-8"));
    } catch (IOException e) {
      mistakes.add(new Mistake(name, 0, "the file is missing or cannot be read"));
    }
  }

  private <T> Optional<T> parse(String name, Function<SiteFile, Parsed<T>> parser) {
    SiteFile file = files.get(name);
    if (file == null) {
      return Optional.empty();
    }
    Parsed<T> parsed = parser.apply(file);
    mistakes.addAll(parsed.mistakes());
    return parsed.value();
  }

  /** What one file says about another, looked at where both are sound. */
  private interface Crossing<A, B> {
    List<Mistake> mistakes(SiteFile file, A one, B other);
  }

  private <A, B> void cross(
      String name, Optional<A> one, Optional<B> other, Crossing<A, B> crossing) {
    one.ifPresent(
        a -> other.ifPresent(b -> mistakes.addAll(crossing.mistakes(files.get(name), a, b))));
  }

  private String sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, file) -> {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(file.text().getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
