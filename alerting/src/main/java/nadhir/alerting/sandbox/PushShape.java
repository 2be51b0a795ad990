package nadhir.alerting.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.Id;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;

/** Reads a push message as a push service and the browser behind it would. */
final class PushShape {
  static final String PATH = "/push/";
  private static final int MAX_BODY_BYTES = 4_096;

  private final SyntheticPushKeys keys;

  /** A request, read. */
  sealed interface Request {
    record Message(PhoneMessage message) implements Request {}

    record Bad(int status) implements Request {}
  }

  /** The headers that a push service looks at; empty text where one is missing. */
  record Headers(String ttl, String encoding, String authorization, String topic) {}

  PushShape(SyntheticPushKeys keys) {
    this.keys = keys;
  }

  Request read(String person, Headers headers, byte[] body, Instant at) {
    if (!Id.isValid(person)) {
      return new Request.Bad(404);
    }
    if (body.length > MAX_BODY_BYTES) {
      return new Request.Bad(413);
    }
    if (!headers.ttl().matches("[0-9]{1,9}") || !headers.encoding().equals("aes128gcm")) {
      return new Request.Bad(400);
    }
    if (!headers.authorization().matches("vapid t=[^ ,]+, ?k=[A-Za-z0-9_-]{87}")) {
      return new Request.Bad(401);
    }
    if (!headers.topic().matches("[A-Za-z0-9_-]{0,32}")) {
      return new Request.Bad(400);
    }
    var ref = new PersonRef(person);
    return new PushReceiver(keys.privateKey(ref), keys.publicPoint(ref), keys.auth(ref))
        .read(body)
        .flatMap(text -> message(ref, text, at))
        .<Request>map(Request.Message::new)
        .orElse(new Request.Bad(400));
  }

  private static Optional<PhoneMessage> message(PersonRef ref, byte[] text, Instant at) {
    try {
      JsonNode json = DomainJson.mapper().readTree(new String(text, StandardCharsets.UTF_8));
      return DeliveryId.parse(json.path("delivery").asText())
          .filter(id -> id.recipient().equals(ref) && id.channel() == Channel.PUSH)
          .map(
              id ->
                  new PhoneMessage(
                      at,
                      id,
                      json.path("lang").asText(),
                      json.path("title").asText(),
                      json.path("body").asText(),
                      DeliveryState.SENT));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
