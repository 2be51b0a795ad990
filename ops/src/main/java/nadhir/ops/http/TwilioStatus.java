package nadhir.ops.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the status callbacks that Twilio sends. */
@FunctionalInterface
public interface TwilioStatus {
  /**
   * @param url the whole address as Twilio called it, which its signature covers
   * @param form names and untrimmed values as they came, in order
   * @param signature of the header {@code X-Twilio-Signature}
   */
  record Callback(URI url, List<Map.Entry<String, String>> form, Optional<String> signature) {
    public Callback {
      form = List.copyOf(form);
    }
  }

  /** What became of it. */
  enum Taken {
    TAKEN,
    /** The signature is missing or wrong. */
    FORGED
  }

  /** Checks the signature and hands the status over, durably. May block. */
  Taken take(Callback callback);
}
