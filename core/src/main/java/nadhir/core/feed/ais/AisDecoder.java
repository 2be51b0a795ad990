package nadhir.core.feed.ais;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * NMEA lines to messages. Understands tag blocks ({@code \…\}) and text in front of a sentence,
 * several sentences on a line, comments ({@code #}), and passes over proprietary sentences ({@code
 * $P…}) and empty lines, which are no messages.
 */
final class AisDecoder {
  /** A longer line is rejected; the longest real ones, with tag blocks, have about 250. */
  static final int MAX_LINE = 1024;

  private static final int EXCERPT = 60;

  private final Parts parts = new Parts();

  /** One {@link Decoded.Heard} or {@link Decoded.Rejected} for each message. */
  List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    if (raw.length > FeedDecoder.MAX_BYTES) {
      all.add(
          new Decoded.Rejected(
              Reason.TOO_LARGE, raw.length + " bytes, at most " + FeedDecoder.MAX_BYTES));
      return all;
    }
    int from = 0;
    for (int i = 0; i <= raw.length; i++) {
      if (i == raw.length || raw[i] == '\n') {
        line(new String(raw, from, i - from, StandardCharsets.ISO_8859_1), receivedAt, all);
        from = i + 1;
      }
    }
    return all;
  }

  List<Decoded> finish() {
    return parts.finish();
  }

  private void line(String text, Instant at, List<Decoded> all) {
    String line = text.strip();
    if (line.isEmpty() || line.charAt(0) == '#') {
      return;
    }
    if (line.length() > MAX_LINE) {
      reject(new Refusal(Reason.LINE_TOO_LONG, line.length() + " characters"), line, all);
      return;
    }
    int start = sentenceStart(line, 0);
    if (start < 0) {
      reject(new Refusal(Reason.NOT_A_SENTENCE, "no ! or $ in it"), line, all);
    }
    while (start >= 0) {
      int next = sentenceStart(line, start + 1);
      sentence(line.substring(start, next < 0 ? line.length() : next).strip(), at, all);
      start = next;
    }
  }

  /** Neither character occurs inside a sentence or a tag block. */
  private static int sentenceStart(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '!' || line.charAt(i) == '$') {
        return i;
      }
    }
    return -1;
  }

  private void sentence(String text, Instant at, List<Decoded> all) {
    if (text.startsWith("$P")) {
      return;
    }
    try {
      Sentence s = Sentence.read(text);
      var payload = parts.add(s, at, all);
      if (payload.isPresent()) {
        all.add(new Decoded.Heard(Payload.read(payload.get(), s.padBits())));
      }
    } catch (Refusal e) {
      reject(e, text, all);
    }
  }

  private static void reject(Refusal why, String text, List<Decoded> all) {
    var excerpt = new StringBuilder();
    for (int i = 0; i < Math.min(EXCERPT, text.length()); i++) {
      char c = text.charAt(i);
      excerpt.append(c >= ' ' && c < 127 ? c : '?');
    }
    all.add(why.rejected(excerpt + (text.length() > EXCERPT ? "…" : "")));
  }
}
