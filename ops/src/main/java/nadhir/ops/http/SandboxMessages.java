package nadhir.ops.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nadhir.core.alert.Channel;

/** What the sandbox's phones got. */
@FunctionalInterface
public interface SandboxMessages {
  /**
   * @param to an invented number or device
   * @param state where its delivery stands, by the channel's own word
   */
  record SandboxMessage(
      Instant at,
      Channel channel,
      String to,
      String language,
      String text,
      String title,
      String state) {}

  /**
   * @param channel messages by channel, in small letters
   */
  record Counts(SortedMap<String, Long> channel, SortedMap<String, Long> language) {}

  /**
   * @param total over all, not only those in {@code messages}
   */
  record Page(List<SandboxMessage> messages, long total, Counts counts) {}

  /** The newest first, at most {@code limit}; of one lane, or of all. May block. */
  Page newest(Optional<String> laneKey, int limit);
}
