package nadhir.alerting.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.StableHash;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.json.DomainJson;

/** Reads a request to create a message as Twilio would, and answers in its form. */
final class TwilioShape {
  private static final int MAX_BODY_CHARS = 1_600;
  private static final int MAX_VALIDITY_S = 36_000;

  private final SandboxSettings settings;

  /** A request, read. */
  sealed interface Request {
    record Message(PhoneNumber to, PhoneMessage message) implements Request {}

    record Bad(Answer answer) implements Request {}
  }

  TwilioShape(SandboxSettings settings) {
    this.settings = settings;
  }

  String path() {
    return "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages.json";
  }

  Request read(String authorization, String form, Instant at) {
    if (!authorization.equals(expectedAuthorization())) {
      return bad(401, 20003, "Authenticate");
    }
    Map<String, String> fields = fields(form);
    String body = fields.getOrDefault("Body", "");
    if (fields.getOrDefault("From", "").isEmpty()) {
      return bad(400, 21603, "A 'From' number is required");
    }
    if (body.isEmpty()) {
      return bad(400, 21602, "Message body is required");
    }
    if (body.length() > MAX_BODY_CHARS) {
      return bad(400, 21617, "The message body is too long");
    }
    if (!fields.getOrDefault("ValidityPeriod", "1").matches("[0-9]{1,5}")
        || Integer.parseInt(fields.getOrDefault("ValidityPeriod", "1")) < 1
        || Integer.parseInt(fields.getOrDefault("ValidityPeriod", "1")) > MAX_VALIDITY_S) {
      return bad(400, 30004, "The validity period is not 1 to 36000");
    }
    return toSomebody(fields, body, at);
  }

  private Request toSomebody(Map<String, String> fields, String body, Instant at) {
    String to = fields.getOrDefault("To", "");
    if (!to.matches("\\+999[0-9]{4,11}")) {
      return bad(400, 21211, "The 'To' number is not one of the sandbox");
    }
    Optional<DeliveryId> delivery =
        delivery(fields.getOrDefault("StatusCallback", ""))
            .filter(id -> id.channel() == Channel.SMS);
    if (delivery.isEmpty()) {
      return bad(400, 21609, "The 'StatusCallback' carries no delivery");
    }
    return new Request.Message(
        new PhoneNumber(to),
        new PhoneMessage(at, delivery.get(), language(body), "", body, DeliveryState.SENT));
  }

  private static Optional<DeliveryId> delivery(String callback) {
    int query = callback.indexOf('?');
    return query < 0
        ? Optional.empty()
        : DeliveryId.parse(fields(callback.substring(query + 1)).getOrDefault("delivery", ""));
  }

  /** By its letters: a text says no language of its own. */
  private static String language(String text) {
    return text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
        ? "ar"
        : "en";
  }

  /** Twilio's answer to a message that it has taken. */
  Answer taken(PhoneNumber to, PhoneMessage message) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("sid", "SM" + hex(message.delivery().text()));
    json.put("account_sid", settings.accountSid());
    json.put("to", to.e164());
    json.put("body", message.text());
    json.put("status", "queued");
    json.put("direction", "outbound-api");
    json.put("api_version", "2010-04-01");
    return Answer.of(201, DomainJson.write(json));
  }

  private String hex(String text) {
    return HexFormat.of().toHexDigits(StableHash.of(settings.seed(), "a" + text))
        + HexFormat.of().toHexDigits(StableHash.of(settings.seed(), "b" + text));
  }

  private String expectedAuthorization() {
    var pair = settings.accountSid() + ":" + settings.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Request bad(int status, int code, String message) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("code", code);
    json.put("message", message);
    json.put("more_info", URI.create("https://www.twilio.com/docs/errors/" + code).toString());
    json.put("status", status);
    return new Request.Bad(Answer.of(status, DomainJson.write(json)));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** Empty when it cannot be. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
