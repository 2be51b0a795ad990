package nadhir.ops.http;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A client's address as it is counted: an IPv4 address as it is, of an IPv6 address the first 64
 * bits, because one household or attacker has all the rest.
 */
final class ClientAddress {
  private ClientAddress() {}

  static Optional<String> of(String text) {
    int zone = text.indexOf('%');
    byte[] bytes =
        NetUtil.createByteArrayFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
    if (bytes == null) {
      return Optional.empty();
    }
    return Optional.of(
        bytes.length == 4
            ? NetUtil.bytesToIpAddress(bytes)
            : HexFormat.of().formatHex(bytes, 0, 8));
  }
}
