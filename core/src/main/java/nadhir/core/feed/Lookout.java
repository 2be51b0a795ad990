package nadhir.core.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;

/**
 * Follows what is heard of ships on one connection in one lane, and reports what follows from it: a
 * decoder knows single messages, a lookout knows the ships. One thread at a time.
 */
public interface Lookout {
  /** Concludes nothing. */
  Lookout NOBODY = (_, _) -> List.of();

  /** Takes one message in; gives what is to be reported because of it, mostly nothing. */
  List<HazardReport> hear(AisMessage message, Instant at);

  /**
   * The same for what a decoder gave: the reports stand in the place of the message that led to
   * them, all else is as it was.
   */
  default List<Decoded> over(List<Decoded> decoded, Instant at) {
    List<Decoded> all = new ArrayList<>(decoded.size());
    for (Decoded d : decoded) {
      List<HazardReport> reports =
          d instanceof Decoded.Heard(var message) ? hear(message, at) : List.of();
      if (reports.isEmpty()) {
        all.add(d);
      }
      for (HazardReport report : reports) {
        all.add(new Decoded.Ok(report));
      }
    }
    return all;
  }

  /** Posts a lookout on a connection when its first message has come. */
  interface Post {
    Post EMPTY = _ -> NOBODY;

    Lookout on(FeedId feed);
  }
}
