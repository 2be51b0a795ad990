package nadhir.alerting.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushReceiverTest {
  private static byte[] bytes(JsonNode node) {
    return Base64.getUrlDecoder().decode(node.asText());
  }

  private static ECPrivateKey privateKey(byte[] scalar) throws Exception {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return (ECPrivateKey)
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    new BigInteger(1, scalar), parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static JsonNode vector() throws IOException {
    return DomainJson.mapper()
        .readTree(Files.readString(Samples.sample("outbound/webpush_rfc_vectors.json")))
        .path("rfc8291_5");
  }

  private static PushReceiver browser(JsonNode vector) throws Exception {
    return new PushReceiver(
        privateKey(bytes(vector.path("ua_private"))),
        bytes(vector.path("ua_public")),
        bytes(vector.path("auth_secret")));
  }

  @Test
  void readsTheMessageOfRfc8291() throws Exception {
    var vector = vector();
    assertEquals(
        Optional.of(vector.path("plaintext").asText()),
        browser(vector)
            .read(bytes(vector.path("body")))
            .map(text -> new String(text, StandardCharsets.UTF_8)));
  }

  @Test
  void readsNothingThatWasChanged() throws Exception {
    var vector = vector();
    byte[] body = bytes(vector.path("body"));
    for (int i = 0; i < body.length; i++) {
      byte[] changed = body.clone();
      changed[i] ^= 1;
      if (i != 16 && i != 17 && i != 18 && i != 19) { // the record size may be another
        assertEquals(Optional.empty(), browser(vector).read(changed), "byte " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 21, 86, 102, 143})
  void readsNothingThatIsTooShort(int length) throws Exception {
    byte[] body = Arrays.copyOf(bytes(vector().path("body")), length);
    assertEquals(Optional.empty(), browser(vector()).read(body));
  }

  @Test
  void readsWhatTheLibraryEncryptsForMadeUpPeople() {
    var keys = new SyntheticPushKeys(42);
    for (int i = 0; i < 40; i++) {
      var ref = new PersonRef("p-" + i);
      var address = keys.address(ref);
      byte[] text = ("تنبيه: سيل " + i).getBytes(StandardCharsets.UTF_8);
      byte[] body =
          MessageEncryptions.of()
              .encrypt(
                  UserAgentMessageEncryptionKeyInfo.of(address.p256dh(), address.auth()),
                  PushMessage.of(text))
              .toBytes();
      var receiver = new PushReceiver(keys.privateKey(ref), keys.publicPoint(ref), keys.auth(ref));
      assertArrayEquals(text, receiver.read(body).orElseThrow());
    }
  }
}
