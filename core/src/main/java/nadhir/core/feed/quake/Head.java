package nadhir.core.feed.quake;

import java.time.Instant;
import java.util.List;
import nadhir.core.id.ReportId;

/**
 * What every message about an event has, whether it brings a solution or takes one back.
 *
 * @param id the source's own, without the feed's name in front
 * @param alsoKnownAs under which names of catalogues it goes; the own one too, where others use it
 */
public record Head(
    String id,
    List<ReportId> alsoKnownAs,
    Instant occurredAt,
    Instant updatedAt,
    Instant receivedAt,
    String title) {
  public Head {
    alsoKnownAs = List.copyOf(alsoKnownAs);
  }
}
