package nadhir.alerting.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Wording;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;

/**
 * What a citizen's page gets by push, as JSON.
 *
 * @param v format level
 * @param delivery id to confirm with
 * @param exercise shown as such, unmistakably
 */
record PushPayload(
    int v,
    String delivery,
    String alert,
    int revision,
    String type,
    String level,
    boolean exercise,
    String lang,
    String title,
    String body,
    Instant expires) {
  /** A push message has 4,096 bytes (RFC 8291, 4), of which encryption takes 103. */
  static final int MAX_BYTES = 3_900;

  private static final int VERSION = 1;

  static PushPayload of(Lane lane, DeliveryId delivery, AlertMessage message, Wording wording) {
    return new PushPayload(
        VERSION,
        delivery.text(),
        message.alert().value(),
        message.revision(),
        message.type().name(),
        message.level().value(),
        lane instanceof Lane.Drill,
        wording.language(),
        wording.headline(),
        wording.instruction(),
        message.expiresAt());
  }

  /** As JSON, its body cut at a whole character where it would be too large. */
  String fittingJson() {
    String json = DomainJson.write(this);
    String text = body;
    while (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES && !text.isEmpty()) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
      json = DomainJson.write(withBody(text + "…"));
    }
    return json;
  }

  /** The headline only. */
  String shortJson() {
    return withBody("").fittingJson();
  }

  private PushPayload withBody(String text) {
    return new PushPayload(
        v, delivery, alert, revision, type, level, exercise, lang, title, text, expires);
  }
}
