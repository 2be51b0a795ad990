package nadhir.core.feed.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;

/** Whose document is being read, and since when we have it. */
record CapSource(FeedId feed, Instant receivedAt) {
  /**
   * The part's name for all feeds, those of the same part of the messages it replaces, and the
   * quake's.
   */
  List<ReportId> names(CapAlert alert, int part, Optional<CapQuake> quake) {
    List<ReportId> names = new ArrayList<>();
    names.add(alert.name().shared(part));
    quake.flatMap(CapQuake::catalogueId).ifPresent(names::add);
    alert.references().forEach(earlier -> names.add(earlier.shared(part)));
    return names;
  }
}
