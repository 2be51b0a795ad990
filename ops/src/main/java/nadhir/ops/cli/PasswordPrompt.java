package nadhir.ops.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nadhir.ops.auth.Passwords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Asks for a new password: on a terminal without showing it, twice; else from the input. */
final class PasswordPrompt {
  private static final int MAX_LENGTH = 1_000;

  private PasswordPrompt() {}

  static String ask(CommandLine asked) {
    Console console = System.console();
    String password =
        console != null && console.isTerminal() ? typed(asked, console) : firstLine(asked);
    if (password.length() < Passwords.MIN_LENGTH || password.length() > MAX_LENGTH) {
      throw new ParameterException(
          asked, "A password has " + Passwords.MIN_LENGTH + " to " + MAX_LENGTH + " characters.");
    }
    return password;
  }

  private static String typed(CommandLine asked, Console console) {
    String first = read(console, "Password: ");
    if (!first.equals(read(console, "Once more: "))) {
      throw new ParameterException(asked, "The two are not the same.");
    }
    return first;
  }

  private static String read(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    return typed == null ? "" : new String(typed);
  }

  private static String firstLine(CommandLine asked) {
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new ParameterException(asked, "The password is missing on the standard input.");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
