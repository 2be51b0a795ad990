package nadhir.ops.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nadhir.core.json.DomainJson;

/** Reads bodies: text, then the contract, then the domain's own records. */
final class Bodies {
  private final Contract contract;

  Bodies(Contract contract) {
    this.contract = contract;
  }

  /** Throws {@link Problem.Stop} when the text is no JSON. */
  JsonNode json(Buffer body) {
    if (body == null || body.length() == 0) {
      throw malformed("The body is empty.").stop();
    }
    try {
      JsonNode tree = DomainJson.mapper().readTree(body.toString(StandardCharsets.UTF_8));
      if (tree.isMissingNode()) {
        throw malformed("The body is empty.").stop();
      }
      return tree;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String place =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw malformed("The body is not well-formed JSON" + place + ".").stop();
    }
  }

  private static Problem malformed(String detail) {
    return Problem.of(400, "malformed", detail);
  }

  /** Throws {@link Problem.Stop} with every fault when {@code body} does not fit {@code schema}. */
  void check(String schema, JsonNode body) {
    List<Fault> faults = contract.check(schema, body);
    if (!faults.isEmpty()) {
      throw Problem.contract(faults).stop();
    }
  }

  /** The checked body as a record. What only the record itself knows is a fault, too. */
  <T> T read(JsonNode body, Class<T> type) {
    try {
      return DomainJson.read(body.toString(), type);
    } catch (DomainJson.Malformed e) {
      throw Problem.contract(List.of(Fault.at(pointer(e), plain(e)))).stop();
    }
  }

  private static String pointer(DomainJson.Malformed e) {
    var pointer = new StringBuilder("#");
    if (e.getCause() instanceof JsonMappingException mapping) {
      for (var step : mapping.getPath()) {
        pointer
            .append('/')
            .append(
                Optional.ofNullable(step.getFieldName())
                    .map(name -> name.replace("~", "~0").replace("/", "~1"))
                    .orElseGet(() -> String.valueOf(step.getIndex())));
      }
    }
    return pointer.toString();
  }

  /** Without the place in a text that nobody but us has seen. */
  private static String plain(DomainJson.Malformed e) {
    return e.getMessage().replaceFirst(" \\(line \\d+, column \\d+\\)$", "");
  }
}
