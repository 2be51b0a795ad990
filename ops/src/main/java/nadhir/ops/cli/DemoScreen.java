package nadhir.ops.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.face.HousePeople;

/** What a visitor of the demo reads in the terminal: one screen. */
final class DemoScreen {
  private DemoScreen() {}

  static void welcome(String url, List<HousePeople.Key> keys, Scenario scenario, PrintWriter out) {
    out.println();
    out.println("  Nadhir  نذير   EXERCISE: nothing leaves this machine");
    out.println();
    out.printf("  Console  %s%n", url);
    out.printf("  Phones   %s/phones   (what citizens receive)%n", url);
    out.println();
    out.printf(
        "  \"%s\", about three minutes: a storm over the Red Sea mountains,%n",
        scenario.title().in("en"));
    out.println("  a flood down Wadi Yutum whose gauge is swept away, a man overboard, an");
    out.println("  earthquake of magnitude 7.2, a false alert and its correction.");
    out.println();
    out.println("  Sign in as the approver. When an alert waits for you, the clock stands still:");
    out.println("  read both languages, look at who is told, and approve or reject.");
    out.println();
    for (HousePeople.Key key : keys) {
      out.printf(
          "    %-12s %s   (%s)%n",
          key.name(),
          key.password(),
          key.roles().stream().map(r -> r.name().toLowerCase()).collect(Collectors.joining(", ")));
    }
    out.println();
    out.println("  Ctrl-C ends the demo.");
    out.println();
    out.flush();
  }
}
