package nadhir.ops.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.ReportId;

/** Takes what sources post, in the name of a feed and under its signature. */
public interface PostedReports {
  /**
   * A post as it came.
   *
   * @param address where it came from
   * @param body byte for byte, because the signature covers it
   */
  record Post(
      Optional<String> feed,
      Optional<String> time,
      Optional<String> nonce,
      Optional<String> signature,
      String address,
      byte[] body) {
    @Override
    public String toString() {
      return "Post[" + feed.orElse("-") + ", " + body.length + " bytes]";
    }
  }

  /** Why a post is not even looked at. */
  sealed interface Shut extends Taken {
    /** Not signed by a feed that posts here, or not now; nothing more is told. */
    record Forged() implements Shut {}

    /** The nonce was used before. */
    record Replayed() implements Shut {}

    record TooOften(Duration patience) implements Shut {}
  }

  /** What became of a post. */
  sealed interface Taken {
    /** Everything is in the journal. */
    record Written(List<Line> lines) implements Taken {
      public Written {
        lines = List.copyOf(lines);
      }
    }

    /** Reports that cannot be used, by their number from 0; nothing was taken. */
    record Unusable(List<Flaw> flaws) implements Taken {
      public Unusable {
        flaws = List.copyOf(flaws);
      }
    }

    /** Nothing is decided now; some reports may have been written. */
    record Unavailable(String reason, String detail) implements Taken {}
  }

  /** A report and its entry. */
  record Line(ReportId id, long seq) {}

  /** What is wrong with one report. */
  record Flaw(int report, String why) {}

  /** Whether it is signed as it must be; empty when it is. May block. */
  Optional<Shut> check(Post post);

  /** Takes what was checked, against the signature and the contract. May block. */
  Taken take(Post post);
}
