package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nadhir.core.event.AlertEvent;
import nadhir.core.id.AlertId;
import nadhir.core.json.DomainJson;

/**
 * An alert as consoles see it: {@code {id, revisions: [{message, state, approvals, issuedAt,
 * audience, counts, acknowledged, overdue, cap, problems}]}}, state being PENDING, ISSUED,
 * SUPERSEDED (a later revision was issued), REJECTED, REPLACED or EXPIRED.
 */
final class AlertView {
  private AlertView() {}

  static String id(AlertEvent event) {
    return alert(event).value();
  }

  private static AlertId alert(AlertEvent event) {
    return switch (event) {
      case AlertEvent.Proposed e -> e.message().alert();
      case AlertEvent.Approved e -> e.alert();
      case AlertEvent.Rejected e -> e.alert();
      case AlertEvent.Replaced e -> e.alert();
      case AlertEvent.Issued e -> e.alert();
      case AlertEvent.Delivered e -> e.alert();
      case AlertEvent.Tallied e -> e.alert();
      case AlertEvent.CapPublished e -> e.alert();
      case AlertEvent.EffectFailed e -> e.alert();
      case AlertEvent.Acknowledged e -> e.alert();
      case AlertEvent.AcknowledgementOverdue e -> e.alert();
      case AlertEvent.Expired e -> e.alert();
    };
  }

  static JsonNode after(Picture picture, AlertEvent event) {
    ObjectNode alert =
        picture
            .find("alert", id(event))
            .map(v -> (ObjectNode) v.deepCopy())
            .orElseGet(() -> DomainJson.mapper().createObjectNode().put("id", id(event)));
    switch (event) {
      case AlertEvent.Proposed(var message) -> {
        ObjectNode revision = alert.withArray("/revisions").addObject();
        revision.set("message", DomainJson.tree(message));
        revision.put("state", "PENDING");
        revision.putArray("approvals");
      }
      case AlertEvent.Approved(_, var number, var by, var at) ->
          who(revision(alert, number), "approvals", "by", by.value(), at);
      case AlertEvent.Rejected(_, var number, var by, var why) ->
          revision(alert, number)
              .put("state", "REJECTED")
              .putObject("rejected")
              .put("by", by.value())
              .put("why", why);
      case AlertEvent.Replaced(_, var number) -> revision(alert, number).put("state", "REPLACED");
      case AlertEvent.Issued(_, var number, var at) -> issued(alert, number, at);
      case AlertEvent.Delivered e -> {
        ObjectNode revision = revision(alert, e.revision());
        revision.set("audience", DomainJson.tree(e.audience()));
        revision.set("counts", DomainJson.tree(e.counts()));
        revision.put("deliveredAt", e.at().toString());
      }
      case AlertEvent.Tallied e ->
          revision(alert, e.revision()).set("counts", DomainJson.tree(e.counts()));
      case AlertEvent.CapPublished e ->
          revision(alert, e.revision())
              .putObject("cap")
              .put("identifier", e.identifier())
              .put("sha256", e.sha256());
      case AlertEvent.EffectFailed e ->
          revision(alert, e.revision())
              .withArray("/problems")
              .addObject()
              .put("what", e.what())
              .put("detail", e.detail());
      case AlertEvent.Acknowledged(_, var number, var institution, var at) ->
          who(revision(alert, number), "acknowledged", "institution", institution.value(), at);
      case AlertEvent.AcknowledgementOverdue e ->
          revision(alert, e.revision()).set("overdue", DomainJson.tree(e.institutions()));
      case AlertEvent.Expired(_, var number, _) -> revision(alert, number).put("state", "EXPIRED");
    }
    return alert;
  }

  /** What was issued before holds no longer. */
  private static void issued(ObjectNode alert, int number, Instant at) {
    revision(alert, number).put("state", "ISSUED").put("issuedAt", at.toString());
    for (JsonNode earlier : alert.withArray("/revisions")) {
      boolean before = earlier.path("message").path("revision").intValue() < number;
      if (before && earlier.path("state").asText().equals("ISSUED")) {
        ((ObjectNode) earlier).put("state", "SUPERSEDED");
      }
    }
  }

  private static void who(ObjectNode revision, String list, String name, String who, Instant at) {
    revision.withArray("/" + list).addObject().put(name, who).put("at", at.toString());
  }

  private static ObjectNode revision(ObjectNode alert, int number) {
    ArrayNode revisions = alert.withArray("/revisions");
    for (JsonNode revision : revisions) {
      if (revision.path("message").path("revision").intValue() == number) {
        return (ObjectNode) revision;
      }
    }
    throw new IllegalStateException("no revision " + number + " of " + alert.path("id"));
  }
}
