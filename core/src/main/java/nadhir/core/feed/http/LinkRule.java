package nadhir.core.feed.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which links of an index may be followed. An index is written by others, and whoever writes it
 * must not be able to make this house ask its own machines: only public hosts, except the index's
 * own; only http and https, and never http from an index that came by https.
 */
final class LinkRule {
  private final URI index;

  LinkRule(URI index) {
    this.index = index;
  }

  /** Why the link must not be followed, by its text alone. */
  Optional<String> refuses(URI link) {
    String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("neither http nor https");
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(index.getScheme())) {
      return Optional.of("http, and the index came by https");
    }
    if (link.getHost() == null || link.getUserInfo() != null) {
      return Optional.of("no host, or a name and password");
    }
    return Optional.empty();
  }

  /** The index's host is trusted: the site's own configuration names it. */
  boolean isAtHome(URI link) {
    return link.getHost().equalsIgnoreCase(index.getHost());
  }

  /** Why none of a foreign host's addresses may be asked. */
  Optional<String> refuses(URI link, List<InetAddress> addresses) {
    return isAtHome(link) || addresses.stream().allMatch(LinkRule::isPublic)
        ? Optional.empty()
        : Optional.of("a host inside our own walls");
  }

  /**
   * Whether the address is one of the public Internet: none of the special purposes in the
   * registries of IANA (RFC 6890 and its successors), and no wrapper around an IPv4 address.
   */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    return switch (address) {
      case Inet4Address _ ->
          first != 0
              && first < 240
              && !(first == 100 && second >= 64 && second < 128)
              && !(first == 192 && second == 0 && (b[2] == 0 || b[2] == 2))
              && !(first == 198 && (second == 18 || second == 19));
      case Inet6Address _ ->
          first >> 5 == 1 && !(first == 0x20 && (second == 0x01 || second == 0x02) && isWrapper(b));
      case InetAddress _ -> false;
    };
  }

  /** Teredo (2001:0::/32) and 6to4 (2002::/16) carry an IPv4 address. */
  private static boolean isWrapper(byte[] b) {
    return b[1] == 2 || b[2] == 0 && b[3] == 0;
  }
}
