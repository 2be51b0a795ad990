package nadhir.ops.http;

import java.util.List;
import java.util.Optional;
import nadhir.core.track.UnitFix;
import nadhir.ops.http.PostedReports.Post;
import nadhir.ops.http.PostedReports.Shut;

/** Takes where units of the live lane are, in the name of a feed and under its signature. */
public interface PostedPositions {
  /** Whether it is signed as it must be; empty when it is. May block. */
  Optional<Shut> check(Post post);

  /**
   * Takes what was checked, against the signature and the contract: of the units that the feed
   * speaks for. May block; empty as {@link UnitPositions#take} is.
   */
  Optional<UnitPositions.Taken> take(Post post, List<UnitFix> positions);
}
