package nadhir.core.feed.ais;

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
        line(raw, from, i, receivedAt, all);
        from = i + 1;
      }
    }
    return all;
  }

  List<Decoded> finish() {
    return parts.finish();
  }

  /** Works on the bytes where they lie: half of a receiver's lines are none of ours. */
  private void line(byte[] raw, int begin, int end, Instant at, List<Decoded> all) {
    int from = firstInk(raw, begin, end);
    int to = afterInk(raw, from, end);
    if (from == to || raw[from] == '#') {
      return;
    }
    if (to - from > MAX_LINE) {
      reject(new Refusal(Reason.LINE_TOO_LONG, to - from + " characters"), raw, from, to, all);
      return;
    }
    int start = sentenceStart(raw, from, to);
    if (start == to) {
      reject(new Refusal(Reason.NOT_A_SENTENCE, "no ! or $ in it"), raw, from, to, all);
    }
    while (start < to) {
      int next = sentenceStart(raw, start + 1, to);
      sentence(raw, start, afterInk(raw, start, next), at, all);
      start = next;
    }
  }

  /** The next sentence's beginning, or {@code to}; neither character occurs inside a sentence. */
  private static int sentenceStart(byte[] raw, int from, int to) {
    int i = from;
    while (i < to && raw[i] != '!' && raw[i] != '$') {
      i++;
    }
    return i;
  }

  private void sentence(byte[] raw, int from, int to, Instant at, List<Decoded> all) {
    if (raw[from] == '$' && to - from > 1 && raw[from + 1] == 'P') {
      return;
    }
    try {
      Sentence s = Sentence.read(raw, from, to);
      var payload = parts.add(s, at, all);
      if (payload.isPresent()) {
        all.add(new Decoded.Heard(Payload.read(payload.get(), s.padBits())));
      }
    } catch (Refusal e) {
      reject(e, raw, from, to, all);
    }
  }

  private static int firstInk(byte[] raw, int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(raw[i] & 0xff)) {
      i++;
    }
    return i;
  }

  private static int afterInk(byte[] raw, int from, int to) {
    int i = to;
    while (i > from && Character.isWhitespace(raw[i - 1] & 0xff)) {
      i--;
    }
    return i;
  }

  private static void reject(Refusal why, byte[] raw, int from, int to, List<Decoded> all) {
    var excerpt = new StringBuilder();
    for (int i = from; i < Math.min(from + EXCERPT, to); i++) {
      excerpt.append(raw[i] >= ' ' && raw[i] < 127 ? (char) raw[i] : '?');
    }
    all.add(why.rejected(excerpt + (to - from > EXCERPT ? "…" : "")));
  }
}
