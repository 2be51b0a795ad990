package nadhir.alerting.channel.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.sim.Tap;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.register.PushAddress;
import nadhir.alerting.sim.TestAlerts;
import nadhir.core.alert.Channel;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

/** What the push channel posts, on the numbers of the example in RFC 8291, section 5. */
class WebPushVectorsTest {
  private static JsonNode example() throws Exception {
    return DomainJson.mapper()
        .readTree(Files.readString(Samples.sample("outbound/webpush_rfc_vectors.json")))
        .path("rfc8291_5");
  }

  @Test
  void withTheSaltAndKeyOfTheExampleTheBodyIsTheExamples() throws Exception {
    var example = example();
    var identity = TestKeys.make().identity("mailto:warnings@nadhir.example");
    var limit = Duration.ofSeconds(10);
    try (var tap = Tap.answering(201);
        var sender = new WebPushSandbox(identity, limit, limit, tap.address())) {
      var order = TestOrders.exercise(letter(example));
      // The first also has the token signed, which then needs no more chance.
      assertInstanceOf(SendResult.Accepted.class, sender.send(order, TestAlerts.NOW));
      try (var _ = FixedChance.of(bytes(example, "salt"), senderKeys(example))) {
        assertInstanceOf(SendResult.Accepted.class, sender.send(order, TestAlerts.NOW));
      }
      assertInstanceOf(SendResult.Accepted.class, sender.send(order, TestAlerts.NOW));

      byte[] expected = bytes(example, "body");
      List<Boolean> equal =
          tap.requests().stream().map(sent -> Arrays.equals(expected, sent.body())).toList();
      assertEquals(List.of(false, true, false), equal, "only the second was left no chance");
    }
  }

  private static Letter letter(JsonNode example) {
    var to =
        new PushAddress(
            URI.create("https://push.invalid/push/p-00042"),
            example.path("ua_public").asText(),
            example.path("auth_secret").asText());
    var text = example.path("plaintext").asText();
    return new Letter(
        TestOrders.delivery(Channel.PUSH),
        TestAlerts.NOW.plus(Duration.ofHours(1)),
        new Letter.Push(to, text, text, "alert-17", Letter.Push.Urgency.HIGH));
  }

  private static KeyPair senderKeys(JsonNode example) throws Exception {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var curve = parameters.getParameterSpec(ECParameterSpec.class);
    byte[] point = bytes(example, "as_public");
    var open =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
    var keys = KeyFactory.getInstance("EC");
    PublicKey publicKey = keys.generatePublic(new ECPublicKeySpec(open, curve));
    PrivateKey privateKey =
        keys.generatePrivate(
            new ECPrivateKeySpec(new BigInteger(1, bytes(example, "as_private")), curve));
    return new KeyPair(publicKey, privateKey);
  }

  private static byte[] bytes(JsonNode example, String name) {
    return Base64.getUrlDecoder().decode(example.path(name).asText());
  }
}
