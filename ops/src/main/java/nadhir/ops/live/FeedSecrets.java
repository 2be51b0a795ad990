package nadhir.ops.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedLogin;
import nadhir.core.id.FeedId;

/**
 * What this member shares with the sources of its feeds. For a feed {@code port-control}: the
 * environment's {@code NADHIR_FEED_PORT_CONTROL_SECRET}, or the file {@code port-control.secret} in
 * the folder of secrets, one secret a line (a second one while the source changes over); for a
 * broker {@code …_USER}, {@code …_PASSWORD} (or {@code port-control.password}), {@code …_CLIENT}
 * and {@code …_CA}. Never in the site pack.
 */
public final class FeedSecrets {
  /** A shorter secret can be guessed. */
  static final int MIN_LETTERS = 32;

  private final SortedMap<FeedId, List<String>> posting = new TreeMap<>();
  private final SortedMap<FeedId, FeedLogin> logins = new TreeMap<>();

  private FeedSecrets() {}

  /** Throws {@link LiveFeeds.Refused} with everything that is wrong with them. */
  public static FeedSecrets of(
      Map<String, String> environment, Path folder, List<FeedConfig> feeds) {
    var secrets = new FeedSecrets();
    List<String> wrong = new ArrayList<>();
    for (FeedConfig feed : feeds) {
      var reading = new Reading(environment, folder, feed.id(), wrong);
      if (feed.carrier().filter(c -> c == Carrier.POSTED).isPresent()) {
        secrets.posting.put(feed.id(), reading.posting());
      } else {
        secrets.logins.put(feed.id(), reading.login());
      }
    }
    if (!wrong.isEmpty()) {
      throw new LiveFeeds.Refused(String.join(" ", wrong));
    }
    return secrets;
  }

  /** What one feed shares with us, from the environment or files. */
  private record Reading(
      Map<String, String> environment, Path folder, FeedId feed, List<String> wrong) {
    private String variable(String what) {
      String name = feed.value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
      return "NADHIR_FEED_" + name + "_" + what;
    }

    private Optional<String> given(String what) {
      return Optional.ofNullable(environment.get(variable(what))).filter(v -> !v.isBlank());
    }

    private Optional<String> given(String what, String ending) {
      Optional<String> value = given(what);
      Path file = folder.resolve(feed.value().replaceAll("[/:]", "_") + ending);
      if (value.isPresent() || !Files.isRegularFile(file)) {
        return value;
      }
      try {
        return Optional.of(Files.readString(file)).filter(v -> !v.isBlank());
      } catch (IOException e) {
        wrong.add("The file " + file + " cannot be read.");
        return Optional.empty();
      }
    }

    List<String> posting() {
      List<String> secrets =
          given("SECRET", ".secret").stream()
              .flatMap(String::lines)
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (secrets.stream().anyMatch(secret -> secret.length() < MIN_LETTERS)) {
        wrong.add(
            "The secret of feed '" + feed + "' has less than " + MIN_LETTERS + " characters.");
      }
      return secrets;
    }

    FeedLogin login() {
      Optional<Path> authority = given("CA").map(Path::of);
      if (authority.filter(file -> !Files.isRegularFile(file)).isPresent()) {
        wrong.add("There is no file " + authority.get() + " (" + variable("CA") + ").");
      }
      return new FeedLogin(
          given("USER"),
          given("PASSWORD", ".password").map(String::strip),
          given("CLIENT"),
          authority);
    }
  }

  /** The secrets under which a feed may post; none for a feed that may not. */
  List<String> posting(FeedId feed) {
    return posting.getOrDefault(feed, List.of());
  }

  FeedLogin login(FeedId feed) {
    return logins.getOrDefault(feed, FeedLogin.NONE);
  }

  /** Feeds that post, and have no secret here: nothing that they send can be taken. */
  public List<FeedId> missing() {
    return posting.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public String toString() {
    return "FeedSecrets[***]";
  }
}
