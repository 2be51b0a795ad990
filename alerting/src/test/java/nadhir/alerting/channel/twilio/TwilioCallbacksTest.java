package nadhir.alerting.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.channel.twilio.TwilioCallbacks.Callback;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallbacksTest {
  private static final String TOKEN = "12345";
  private static final String ID = TestOrders.delivery(Channel.SMS).text();
  private static final String URL = "https://nadhir.example/api/v1/twilio/status?delivery=" + ID;

  private final TwilioCallbacks callbacks = new TwilioCallbacks(TOKEN);

  /** Twilio's rule, written out: the address, then each name and value in order of name. */
  private static String signature(String url, SortedMap<String, String> form) throws Exception {
    var text = new StringBuilder(url);
    form.forEach((name, value) -> text.append(name).append(value));
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static SortedMap<String, String> form(String status, String error) {
    SortedMap<String, String> form = new TreeMap<>();
    form.put("MessageSid", "SM0123");
    form.put("MessageStatus", status);
    form.put("To", "+15005550006");
    form.put("From", " AqabaEOC ");
    if (!error.isEmpty()) {
      form.put("ErrorCode", error);
    }
    return form;
  }

  private Callback read(SortedMap<String, String> form) throws Exception {
    return callbacks.read(URL, Optional.of(ID), form, signature(URL, form));
  }

  /** The example of Twilio's own documentation on request validation. */
  @Test
  void thePublishedExampleIsGenuine() {
    var form =
        new TreeMap<>(
            Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212"));
    assertEquals(
        new Callback.Foreign("no-delivery"),
        callbacks.read(
            "https://mycompany.com/myapp.php?foo=1&bar=2",
            Optional.empty(),
            form,
            "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, '', SENT",
    "queued, '', SENT",
    "sending, '', SENT",
    "sent, '', SENT",
    "delivered, '', DELIVERED",
    "read, '', DELIVERED",
    "undelivered, 30003, FAILED",
    "failed, 30001, FAILED",
    "failed, 21610, FAILED",
    "canceled, '', FAILED",
    "undelivered, 30036, EXPIRED",
  })
  void statesAreUnderstood(String status, String error, DeliveryState to) throws Exception {
    assertEquals(
        new Callback.Receipt(TestOrders.delivery(Channel.SMS), to, error),
        read(form(status, error)));
  }

  @Test
  void aStateThatWeDoNotKnowIsForeign() throws Exception {
    assertEquals(new Callback.Foreign("no-status"), read(form("teleported", "")));
  }

  @Test
  void anErrorCodeThatIsNoneIsLeftOut() throws Exception {
    assertEquals(
        new Callback.Receipt(TestOrders.delivery(Channel.SMS), DeliveryState.FAILED, ""),
        read(form("failed", "<script>|1|")));
  }

  @Test
  void anotherDeliveryIsForeign() throws Exception {
    var form = form("delivered", "");
    assertEquals(
        new Callback.Foreign("no-delivery"),
        callbacks.read(URL, Optional.of("nonsense"), form, signature(URL, form)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://nadhir.example/api/v1/twilio/status?delivery=alert-17~1~p-00043~SMS",
        "https://nadhir.example/api/v1/twilio/status",
        "http://nadhir.example/api/v1/twilio/status?delivery=alert-17~1~p-00042~SMS",
      })
  void anotherAddressIsForged(String url) throws Exception {
    var form = form("delivered", "");
    assertInstanceOf(
        Callback.Forged.class, callbacks.read(url, Optional.of(ID), form, signature(URL, form)));
  }

  @Test
  void aChangedOrAddedOrTrimmedParameterIsForged() throws Exception {
    var signature = signature(URL, form("sent", ""));
    var changed = form("delivered", "");
    var added = form("sent", "");
    added.put("Extra", "1");
    var trimmed = form("sent", "");
    trimmed.put("From", "AqabaEOC");
    for (var form : List.of(changed, added, trimmed)) {
      assertInstanceOf(
          Callback.Forged.class, callbacks.read(URL, Optional.of(ID), form, signature));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64 at all!"})
  void withoutItsSignatureItIsForged(String signature) {
    assertInstanceOf(
        Callback.Forged.class, callbacks.read(URL, Optional.of(ID), form("sent", ""), signature));
  }
}
