package nadhir.ops.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Rejects;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.json.DomainJson;
import nadhir.core.pack.SiteHead;
import nadhir.core.pack.SiteInfoParser;
import nadhir.core.report.HazardReport;
import nadhir.core.track.DistressLookout;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows what a decoder makes of a file: one JSON object a line for each item, in the file's order.
 *
 * <pre>
 * {"report":{…}}                                  it speaks of a hazard
 * {"message":{…}}                                 understood, and no hazard: a ship's position
 * {"link":"…"}                                    an index names a document that says more
 * {"rejected":{"reason":"…","detail":"…"}}        not usable, and why
 * </pre>
 */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = {
      "Decodes a file and prints one JSON object a line for each item in it:",
      "  {\"report\":…}, {\"message\":…}, {\"link\":…} or {\"rejected\":{\"reason\":…,\"detail\":…}}.",
      "A summary goes to the error output."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file was read, whatever was in it", "2:it could not be read"})
public final class Decode implements Callable<Integer> {
  private static final int CANNOT_READ = 2;
  private static final String SITE_FILE = "site.yaml";

  /** A stream of lines is read in pieces of this size. */
  private static final int PIECE_BYTES = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "usgs-geojson, cap, ais, … (any other word lists them); or say --site and --feed")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "a site pack, to read as its feed does: with the mapping that stands there")
  private Optional<Path> site = Optional.empty();

  @Option(names = "--feed", paramLabel = "ID", description = "the feed of the site pack")
  private Optional<String> feed = Optional.empty();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "the MQTT topic under which the file was published")
  private Optional<String> topic = Optional.empty();

  @Option(
      names = "--received-at",
      paramLabel = "TIME",
      description = "when it was received, as 2026-11-20T12:00:00Z (default: now)")
  private Optional<Instant> receivedAt;

  @Parameters(paramLabel = "FILE", description = "what the source sent")
  private Path file;

  @Override
  public Integer call() {
    if (site.isPresent() != feed.isPresent() || site.isEmpty() && format.isEmpty()) {
      return refuse("Say what it is: --as FORMAT, or --site DIR and --feed ID.");
    }
    try {
      return decode(site.isPresent() ? ofSite(site.get(), feed.orElseThrow()) : plain());
    } catch (Refusal e) {
      return e.getMessage().isEmpty() ? CANNOT_READ : refuse(e.getMessage());
    }
  }

  /** What was asked cannot be done. The message is a sentence, or empty when all is said. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
      super(sentence);
    }
  }

  private FeedConfig plain() throws Refusal {
    String name = format.orElseThrow();
    if (FeedFormats.byName(name).isEmpty()) {
      throw new Refusal("There is no format '" + name + "'" + hint(name));
    }
    return FeedConfig.plain(name, name);
  }

  /** Only the file that names feeds is read: the others may have mistakes. */
  private FeedConfig ofSite(Path folder, String id) throws Refusal {
    Path file = folder.resolve(SITE_FILE);
    Parsed<SiteHead> head;
    try {
      head = SiteInfoParser.parse(new SiteFile(SITE_FILE, Files.readString(file)));
    } catch (IOException e) {
      throw new Refusal("There is no site pack in " + folder + " (" + SITE_FILE + ").");
    }
    if (!head.mistakes().isEmpty()) {
      SiteCheck.list(folder, head.mistakes(), spec.commandLine().getErr());
      throw new Refusal("");
    }
    List<FeedConfig> feeds = head.get().feeds();
    FeedConfig found =
        feeds.stream()
            .filter(f -> f.id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal("The site has no feed '" + id + "'" + hint(id, feeds)));
    if (format.filter(name -> !name.equals(found.format().name())).isPresent()) {
      throw new Refusal(
          "The feed '" + id + "' is " + found.format().name() + ", not " + format.get() + ".");
    }
    return found;
  }

  private static String hint(String id, List<FeedConfig> feeds) {
    List<String> ids = feeds.stream().map(f -> f.id().value()).toList();
    String nearest = Nearest.hint(id, ids);
    return nearest.isEmpty() ? "; there are: " + String.join(", ", ids) + "." : nearest;
  }

  private int decode(FeedConfig feed) {
    if (!Files.isRegularFile(file)) {
      return refuse(
          Files.isDirectory(file) ? file + " is a folder." : "There is no file " + file + ".");
    }
    var decoder = feed.decoder();
    Delivery delivery = topic.map(t -> Delivery.published(t, false)).orElse(Delivery.PLAIN);
    var lookout = new DistressLookout(feed.id());
    var lines = new Lines(spec.commandLine().getOut(), lookout, at());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (decoder.repeatsItself()) {
        lines.print(decoder.decode(in.readNBytes(FeedDecoder.MAX_BYTES + 1), at(), delivery));
      } else {
        stream(decoder, in, lines);
      }
      lines.print(decoder.finish());
    } catch (IOException e) {
      return refuse(file + " cannot be read: " + e.getMessage() + ".");
    } finally {
      spec.commandLine().getOut().flush();
    }
    spec.commandLine().getErr().println(lines.summary());
    return 0;
  }

  private static String hint(String format) {
    List<String> formats = FeedFormats.names();
    List<String> beginningSo = formats.stream().filter(f -> f.startsWith(format)).toList();
    String nearest =
        beginningSo.size() == 1
            ? ", did you mean '" + beginningSo.getFirst() + "'?"
            : Nearest.hint(format, formats);
    return (nearest.isEmpty() ? "; there are: " : nearest + " There are: ")
        + String.join(", ", formats)
        + ".";
  }

  private int refuse(String sentence) {
    spec.commandLine().getErr().println("nadhir: " + sentence);
    return CANNOT_READ;
  }

  private Instant at() {
    return receivedAt.orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Pieces that end at a line's end; a line that fills a piece alone goes as it is. */
  private void stream(FeedDecoder decoder, InputStream in, Lines lines) throws IOException {
    byte[] rest = new byte[0];
    while (true) {
      byte[] more = in.readNBytes(PIECE_BYTES);
      byte[] piece = Arrays.copyOf(rest, rest.length + more.length);
      System.arraycopy(more, 0, piece, rest.length, more.length);
      int end = more.length < PIECE_BYTES ? piece.length : lineEnd(piece);
      lines.print(decoder.decode(Arrays.copyOf(piece, end), at()));
      rest = Arrays.copyOfRange(piece, end, piece.length);
      if (more.length < PIECE_BYTES) {
        return;
      }
    }
  }

  private static int lineEnd(byte[] piece) {
    for (int i = piece.length; i > 0; i--) {
      if (piece[i - 1] == '\n') {
        return i;
      }
    }
    return piece.length;
  }

  /** Writes and counts. */
  private static final class Lines {
    private final PrintWriter out;
    private final Lookout lookout;
    private final Instant at;
    private final Rejects rejects = new Rejects();
    private int reports;
    private int messages;
    private int links;

    Lines(PrintWriter out, Lookout lookout, Instant at) {
      this.out = out;
      this.lookout = lookout;
      this.at = at;
    }

    void print(List<Decoded> all) {
      for (Decoded d : lookout.over(all, at)) {
        out.print(DomainJson.write(line(d)) + "\n");
      }
    }

    private Object line(Decoded d) {
      return switch (d) {
        case Decoded.Ok(var report) -> {
          reports++;
          yield new Report(report);
        }
        case Decoded.Heard(var message) -> {
          messages++;
          yield new Message(message);
        }
        case Decoded.Linked(var document) -> {
          links++;
          yield new Link(document);
        }
        case Decoded.Rejected rejected -> {
          rejects.count(rejected.reason());
          yield new Rejected(new Why(rejected.reason(), rejected.detail()));
        }
      };
    }

    String summary() {
      var text = new StringBuilder(counted(reports, "report"));
      if (messages > 0) {
        text.append(", ").append(counted(messages, "message"));
      }
      if (links > 0) {
        text.append(", ").append(counted(links, "link"));
      }
      text.append(", ").append(rejects.total()).append(" rejected");
      String separator = ": ";
      for (var e : rejects.byReason().entrySet()) {
        text.append(separator).append(e.getKey()).append(' ').append(e.getValue());
        separator = ", ";
      }
      return text.toString();
    }

    private static String counted(int number, String what) {
      return number + " " + what + (number == 1 ? "" : "s");
    }
  }

  private record Report(HazardReport report) {}

  private record Message(AisMessage message) {}

  private record Link(URI link) {}

  private record Rejected(Why rejected) {}

  private record Why(Reason reason, String detail) {}
}
