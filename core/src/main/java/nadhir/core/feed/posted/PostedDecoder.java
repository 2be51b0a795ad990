package nadhir.core.feed.posted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.id.FeedId;

/** Reads {@code {"reports": […]}}. */
final class PostedDecoder implements FeedDecoder {
  private final FeedId feed;
  private final PostedFormat.Kinds kinds;

  PostedDecoder(FeedId feed, PostedFormat.Kinds kinds) {
    this.feed = feed;
    this.kinds = kinds;
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    JsonItems.each(raw, List.of("reports"), item -> all.add(one(item, all.size(), receivedAt)))
        .ifPresent(all::add);
    return all;
  }

  private Decoded one(JsonNode item, int number, Instant receivedAt) {
    String id = item.path("id").asText("");
    String name = "report " + (number + 1) + (id.isEmpty() ? "" : " (" + id + ")");
    try {
      return new Decoded.Ok(new Posted(feed, item, kind(item)).report(receivedAt));
    } catch (Refusal e) {
      return e.rejected(name);
    }
  }

  private Kind kind(JsonNode item) throws Refusal {
    String type = item.path("type").asText("");
    Kind kind =
        Kind.byKey(type)
            .orElseThrow(
                () ->
                    new Refusal(
                        Reason.BAD_REPORT, "'" + type + "' is none of the types " + Kind.keys()));
    if (!kinds.allowed().contains(kind)) {
      throw new Refusal(Reason.BAD_REPORT, "this feed may not tell of " + kind.key());
    }
    return kind;
  }
}
