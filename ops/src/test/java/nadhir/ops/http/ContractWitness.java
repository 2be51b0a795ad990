package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import nadhir.core.json.DomainJson;

/** Says whether what was asked and answered stands in {@code openapi.yaml}. */
final class ContractWitness {
  final Contract contract = Contract.load();

  /** Fails when the contract does not know the answer; addresses outside of it are left alone. */
  void check(HttpResponse<byte[]> response, JsonNode json, String sentBody) {
    String method = response.request().method().toLowerCase(java.util.Locale.ROOT);
    String path = response.uri().getPath();
    Optional<String> template = contract.address(path);
    if (template.isEmpty()) {
      return;
    }
    JsonNode item = contract.document().at("/paths").get(template.get());
    JsonNode operation = item.path(method);
    int status = response.statusCode();
    if (operation.isMissingNode()) {
      assertEquals(405, status, method + " " + path + " is not in the contract");
      return;
    }
    String what = method + " " + template.get() + " " + status;
    JsonNode answer = resolve(operation.path("responses").path(String.valueOf(status)));
    assertTrue(answer.isObject(), what + " is not in the contract");
    if (status < 400) {
      checkRequest(operation, sentBody, what);
    }
    checkBody(answer, response, json, what);
  }

  private void checkRequest(JsonNode operation, String sentBody, String what) {
    JsonNode schema = operation.at("/requestBody/content").path("application/json").path("schema");
    if (schema.has("$ref")) {
      try {
        assertFits(schema, DomainJson.mapper().readTree(sentBody), what + " request");
      } catch (JsonProcessingException e) {
        throw new AssertionError(what + ": no JSON was sent and it was taken", e);
      }
    }
  }

  private void checkBody(
      JsonNode answer, HttpResponse<byte[]> response, JsonNode json, String what) {
    JsonNode content = answer.path("content");
    if (content.isMissingNode()) {
      assertEquals(0, response.body().length, what + " has a body");
      return;
    }
    String type =
        response.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0].strip();
    assertTrue(content.has(type), what + " is " + type + ", which is not in the contract");
    JsonNode schema = content.path(type).path("schema");
    if (schema.has("$ref")) {
      assertFits(schema, json, what);
    }
  }

  private void assertFits(JsonNode schema, JsonNode body, String what) {
    fits(schema.get("$ref").asText().replaceFirst(".*/", ""), body, what);
  }

  void fits(String schema, JsonNode body, String what) {
    assertEquals(List.of(), contract.check(schema, body), what + ": " + body);
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? contract.document().at(node.get("$ref").asText().substring(1)) : node;
  }
}
