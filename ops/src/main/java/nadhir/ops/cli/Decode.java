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
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Rejects;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;
import nadhir.core.track.DistressLookout;
import nadhir.core.yaml.Nearest;
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

  /** A stream of lines is read in pieces of this size. */
  private static final int PIECE_BYTES = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      required = true,
      description = "usgs-geojson, nwis-json or ais")
  private String format;

  @Option(
      names = "--received-at",
      paramLabel = "TIME",
      description = "when it was received, as 2026-11-20T12:00:00Z (default: now)")
  private Optional<Instant> receivedAt;

  @Parameters(paramLabel = "FILE", description = "what the source sent")
  private Path file;

  @Override
  public Integer call() {
    Optional<FeedFormat> known = FeedFormats.byName(format);
    if (known.isEmpty()) {
      return refuse("There is no format '" + format + "'" + hint());
    }
    if (!Files.isRegularFile(file)) {
      return refuse(
          Files.isDirectory(file) ? file + " is a folder." : "There is no file " + file + ".");
    }
    var decoder = FeedConfig.plain(format, format).decoder();
    var lookout = new DistressLookout(new FeedId(format));
    var lines = new Lines(spec.commandLine().getOut(), lookout, at());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (decoder.repeatsItself()) {
        lines.print(decoder.decode(in.readNBytes(FeedDecoder.MAX_BYTES + 1), at()));
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

  private String hint() {
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
