package nadhir.core.feed.posted;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Reason;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.UnitId;
import nadhir.core.yaml.YamlNode;

/**
 * Whoever knows where vehicles are posts it: {@code {"positions": […]}} as the contract of the API
 * has them ({@code openapi.yaml}, schema {@code Positions}), under the signature that reports have.
 * None of it is a report, so there is nothing to decode.
 *
 * <p>{@code options: {agencies: [police], units: [cd-amb-1]}} names for whom it speaks: the units
 * of these agencies, and these. A feed that names none speaks for nobody, which is a mistake in the
 * site; of other units than its own it can say nothing.
 */
@AutoService(FeedFormat.class)
public final class PositionsFormat implements FeedFormat {
  public static final String NAME = "unit-positions";

  /** For whom a feed speaks; each in the order of the file. */
  public record SpeaksFor(SequencedSet<String> agencies, SequencedSet<UnitId> units)
      implements FeedOptions {
    static final SpeaksFor NOBODY = new SpeaksFor(new LinkedHashSet<>(), new LinkedHashSet<>());

    public SpeaksFor {
      agencies = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(agencies));
      units = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(units));
    }

    /** Whether a unit, of this agency, is one of them. */
    public boolean has(UnitId unit, String agency) {
      return units.contains(unit) || agencies.contains(agency);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Carrier> carriers() {
    return List.of(Carrier.POSTED);
  }

  @Override
  public String postedAt() {
    return "/api/v1/positions";
  }

  @Override
  public List<HazardTypeId> tells() {
    return List.of();
  }

  @Override
  public FeedOptions options(Optional<YamlNode> options) {
    return options.map(PositionsFormat::speaksFor).orElse(SpeaksFor.NOBODY);
  }

  private static SpeaksFor speaksFor(YamlNode options) {
    var units = new LinkedHashSet<UnitId>();
    for (String id : options.texts("units")) {
      if (Id.isValid(id)) {
        units.add(new UnitId(id));
      } else {
        options.mistake("units", "'" + id + "' is no id of a unit");
      }
    }
    return new SpeaksFor(new LinkedHashSet<>(options.texts("agencies")), units);
  }

  @Override
  public FeedOptions usual() {
    return SpeaksFor.NOBODY;
  }

  @Override
  public FeedDecoder open(FeedConfig feed) {
    return new FeedDecoder() {
      @Override
      public List<Decoded> decode(byte[] raw, Instant receivedAt) {
        return List.of(
            raw.length > MAX_BYTES
                ? new Decoded.Rejected(
                    Reason.TOO_LARGE, raw.length + " bytes, at most " + MAX_BYTES)
                : new Decoded.Rejected(
                    Reason.WRONG_DOCUMENT,
                    "positions of units tell of no hazard; they are posted"));
      }

      @Override
      public boolean repeatsItself() {
        return true;
      }
    };
  }
}
