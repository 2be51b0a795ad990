package nadhir.alerting.sandbox;

import java.util.Optional;

/** What the sandbox says over HTTP. */
record Answer(int status, String json, Optional<String> location) {
  static Answer of(int status, String json) {
    return new Answer(status, json, Optional.empty());
  }
}
