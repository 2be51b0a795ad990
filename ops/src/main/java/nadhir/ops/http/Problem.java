package nadhir.ops.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nadhir.core.json.DomainJson;

/**
 * A problem document (RFC 9457).
 *
 * @param reason stable key, for texts and metrics
 * @param detail one sentence for a person
 * @param seq where a refusal is written down in the journal
 * @param retryAfter when to come back
 */
record Problem(
    int status,
    String reason,
    String detail,
    List<Fault> errors,
    OptionalLong seq,
    Optional<Duration> retryAfter) {
  static final String CONTENT_TYPE = "application/problem+json";

  /** More faults than this are not listed. */
  static final int MAX_ERRORS = 20;

  Problem {
    errors = errors.stream().limit(MAX_ERRORS).toList();
  }

  static Problem of(int status, String reason, String detail) {
    return new Problem(status, reason, detail, List.of(), OptionalLong.empty(), Optional.empty());
  }

  static Problem contract(List<Fault> errors) {
    return new Problem(
        400,
        "contract",
        "The request does not fit the contract.",
        errors,
        OptionalLong.empty(),
        Optional.empty());
  }

  static Problem later(int status, String reason, String detail, Duration retryAfter) {
    return new Problem(
        status, reason, detail, List.of(), OptionalLong.empty(), Optional.of(retryAfter));
  }

  static Problem refused(String reason, String detail, long seq) {
    return new Problem(409, reason, detail, List.of(), OptionalLong.of(seq), Optional.empty());
  }

  /** As an exception, for the one handler at the edge. */
  Stop stop() {
    return new Stop(this);
  }

  String json(String requestId) {
    ObjectNode json =
        DomainJson.mapper()
            .createObjectNode()
            .put("type", "urn:nadhir:problem:" + reason)
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("reason", reason)
            .put("detail", detail)
            .put("requestId", requestId);
    seq.ifPresent(s -> json.put("seq", s));
    if (!errors.isEmpty()) {
      var list = json.putArray("errors");
      errors.forEach(e -> list.addObject().put(e.kind().key, e.where()).put("detail", e.detail()));
    }
    return json.toString();
  }

  /** Ends a request with its problem; nothing went wrong in the house. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Stop(Problem problem) {
      super(problem.reason() + ": " + problem.detail(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
