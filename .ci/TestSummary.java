import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sums the JUnit reports of Surefire, Failsafe and Vitest.
 *
 * <p>{@code java TestSummary.java ROOT [GATE…]}: each GATE is one gate that failed (a compile
 * error, a formatter) and counts as one failure. Prints what failed, what was skipped and why, and
 * as the last line {@code N passed, M failed, K skipped}. Exit code 1 when anything failed, 2 when
 * no test ran.
 */
final class TestSummary {

  private static final int SHOWN_NAMES = 4;
  private static final int SHOWN_LINES = 4;

  private final List<String> failures = new ArrayList<>();
  private final Map<String, List<String>> skippedByReason = new TreeMap<>();
  private final Map<String, int[]> byPart = new TreeMap<>();
  private int passed;
  private int skipped;

  public static void main(String[] args) throws Exception {
    var summary = new TestSummary();
    for (Path report : reports(Path.of(args[0]))) {
      summary.read(Path.of(args[0]), report);
    }
    for (int i = 1; i < args.length; i++) {
      summary.failures.add("gate: " + args[i]);
    }
    System.exit(summary.print());
  }

  private static List<Path> reports(Path root) throws IOException {
    var found = new ArrayList<Path>();
    try (var modules = Files.list(root)) {
      for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
        collect(module.resolve("target/surefire-reports"), found);
        collect(module.resolve("target/failsafe-reports"), found);
        collect(module.resolve("web/target"), found);
      }
    }
    return found;
  }

  private static void collect(Path folder, List<Path> found) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      files
          .filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml|vitest.*\\.xml"))
          .sorted()
          .forEach(found::add);
    }
  }

  private void read(Path root, Path report) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element document;
    try {
      document = factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    } catch (org.xml.sax.SAXException broken) {
      failures.add(
          "report cannot be read: " + root.relativize(report) + ": " + broken.getMessage());
      return;
    }
    var relative = root.relativize(report);
    var module = relative.getName(0).toString();
    var counts =
        byPart.computeIfAbsent(
            relative.startsWith(Path.of(module, "web")) ? "web" : module, _ -> new int[3]);
    NodeList cases = document.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      count((Element) cases.item(i), counts);
    }
  }

  private void count(Element test, int[] counts) {
    var type = test.getAttribute("classname");
    var name = type.substring(type.lastIndexOf('/') + 1).replaceFirst("^nadhir\\.", "");
    name += test.getAttribute("name").isBlank() ? "" : " > " + test.getAttribute("name");
    var failure = first(test, "failure", "error");
    var skip = first(test, "skipped");
    if (failure != null) {
      counts[1]++;
      failures.add(name + ": " + message(failure, failure.getAttribute("type"), SHOWN_LINES));
    } else if (skip != null) {
      counts[2]++;
      skipped++;
      skippedByReason
          .computeIfAbsent(message(skip, "no reason given", 1), _ -> new ArrayList<>())
          .add(name);
    } else {
      counts[0]++;
      passed++;
    }
  }

  private static Element first(Element test, String... tags) {
    for (String tag : tags) {
      var found = test.getElementsByTagName(tag);
      if (found.getLength() > 0) {
        return (Element) found.item(0);
      }
    }
    return null;
  }

  /** The first lines of the message, without the exception's name before it. */
  private static String message(Element outcome, String otherwise, int lines) {
    var text = outcome.getAttribute("message").strip();
    if (text.isEmpty()) {
      text = outcome.getTextContent().strip();
    }
    text = text.lines().limit(lines).map(String::strip).collect(Collectors.joining("\n      "));
    text = text.replaceFirst("^(org\\.opentest4j\\.TestAbortedException|Assumption failed): ", "");
    return text.isEmpty() ? otherwise : text;
  }

  private int print() {
    byPart.forEach(
        (part, c) ->
            IO.println(
                "  %-10s %5d passed %4d failed %4d skipped".formatted(part, c[0], c[1], c[2])));
    if (!skippedByReason.isEmpty()) {
      IO.println("\nSkipped, and why:");
      skippedByReason.forEach(
          (reason, names) ->
              IO.println("  " + names.size() + " × " + reason + "\n      " + some(names)));
    }
    if (!failures.isEmpty()) {
      IO.println("\nFailed:");
      failures.forEach(f -> IO.println("  " + f));
    }
    boolean nothingRan = passed == 0 && failures.isEmpty();
    if (nothingRan) {
      IO.println("\nNo test ran: this is not a success.");
    }
    IO.println("\n%d passed, %d failed, %d skipped".formatted(passed, failures.size(), skipped));
    return nothingRan ? 2 : failures.isEmpty() ? 0 : 1;
  }

  private static String some(List<String> names) {
    var shown = String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())));
    return names.size() <= SHOWN_NAMES
        ? shown
        : shown + " and " + (names.size() - SHOWN_NAMES) + " more";
  }
}
