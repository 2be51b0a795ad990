package nadhir.core.feed.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://hub.example/i | https://met.example/a.xml   | -",
        "http://hub.example/i  | https://met.example/a.xml   | -",
        "http://hub.example/i  | http://met.example/a.xml    | -",
        "https://hub.example/i | http://met.example/a.xml    | http, and the index came by https",
        "http://hub.example/i  | ftp://met.example/a.xml     | neither http nor https",
        "http://hub.example/i  | file:///etc/passwd          | neither http nor https",
        "http://hub.example/i  | gopher://met.example/       | neither http nor https",
        "http://hub.example/i  | a.xml                       | neither http nor https",
        "http://hub.example/i  | http:a.xml                  | no host, or a name and password",
        "http://hub.example/i  | http://me:pw@met.example/   | no host, or a name and password",
      })
  void aLinkIsJudgedByItsText(String index, String link, String refusal) {
    assertEquals(refusal, new LinkRule(URI.create(index)).refuses(URI.create(link)).orElse("-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "127.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::1"
      })
  void aForeignHostInsideOurWallsIsRefused(String address) throws UnknownHostException {
    InetAddress inside = InetAddress.getByName(address);
    InetAddress outside = InetAddress.getByName("8.8.8.8");
    var rule = new LinkRule(URI.create("https://hub.example/i"));
    URI link = URI.create("https://met.example/a.xml");
    assertFalse(LinkRule.isPublic(inside), address);
    assertTrue(rule.refuses(link, List.of(outside, inside)).isPresent());
    assertTrue(rule.refuses(link, List.of(outside)).isEmpty());
    URI home = URI.create("https://HUB.example/a.xml");
    assertTrue(rule.refuses(home, List.of(inside)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "192.0.78.9", "100.128.0.1", "2a00:1450::1", "2001:4860::1"})
  void publicAddressesArePublic(String address) throws UnknownHostException {
    assertTrue(LinkRule.isPublic(InetAddress.getByName(address)), address);
  }

  @Test
  void anAddressWrittenAsANumberIsJudgedByWhatItIs() throws UnknownHostException {
    assertFalse(LinkRule.isPublic(InetAddress.getByName("[::1]")));
  }
}
