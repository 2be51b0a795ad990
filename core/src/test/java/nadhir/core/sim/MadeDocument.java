package nadhir.core.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page below {@code docs/} that a test makes from what it measures. The test fails when the page
 * says something else; {@code ./nadhir docs} (the property {@code nadhir.docs=write}) writes it
 * anew.
 */
public final class MadeDocument {
  private MadeDocument() {}

  /** Compares {@code text} with the page of that name, or writes it. */
  public static void mustSay(String name, String text) throws IOException {
    Path page = Path.of("..", "docs", name);
    if ("write".equals(System.getProperty("nadhir.docs"))) {
      Files.writeString(page, text);
    }
    String stands = Files.exists(page) ? Files.readString(page) : "";
    assertEquals(text, stands, "docs/" + name + " is out of date: ./nadhir docs makes it anew");
  }
}
