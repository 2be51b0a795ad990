package nadhir.core.feed;

import java.nio.file.Path;
import java.util.Optional;

/**
 * With what a member shows itself to a source. Comes from the member's surroundings, never from the
 * site pack.
 *
 * @param user at the source
 * @param password likewise; printed as stars
 * @param client the name of this house at a broker, where the one that is made from the feed's
 *     address is taken: two houses with one name throw each other out
 * @param authority certificates (PEM) of the authority that signed the source's own, where the
 *     world does not know it
 */
public record FeedLogin(
    Optional<String> user,
    Optional<String> password,
    Optional<String> client,
    Optional<Path> authority) {
  public static final FeedLogin NONE =
      new FeedLogin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return "FeedLogin[" + user.orElse("-") + ", ***, " + client.orElse("-") + "]";
  }
}
