package nadhir.core.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;

/**
 * A source that the site listens to.
 *
 * @param url its scheme says how it arrives, see {@link Carrier}; {@code file:} is a recording, for
 *     drill lanes only
 * @param every the polling interval; empty for what arrives by itself
 * @param expects something is heard from it at least so often, or it is late; for what is polled
 *     the polling interval where the site does not say otherwise
 * @param oldest what happened longer ago is quarantined
 * @param tells the hazard types that rules rest on this feed for
 */
public record FeedConfig(
    FeedId id,
    FeedFormat format,
    URI url,
    Optional<Duration> every,
    Duration expects,
    Duration oldest,
    List<HazardTypeId> tells,
    FeedOptions options) {
  /** What arrives by itself is expected to bring something so often. */
  public static final Duration USUALLY_EXPECTS = Duration.ofSeconds(60);

  /** Of a source that speaks only when there is something to tell: its silence means nothing. */
  public static final Duration NOTHING_EXPECTED = Duration.ofDays(36_500);

  /** The limit of age where the site sets none: catalogues correct themselves for weeks. */
  public static final Duration USUAL_OLDEST = Duration.ofDays(30);

  public FeedConfig {
    tells = List.copyOf(tells);
  }

  /** A feed of which nothing but its name is known: a drill's inject, a file to decode. */
  public static FeedConfig plain(FeedId id, FeedFormat format) {
    return new FeedConfig(
        id,
        format,
        URI.create(Carrier.RECORDING + ":" + id),
        Optional.empty(),
        USUALLY_EXPECTS,
        USUAL_OLDEST,
        format.tells(),
        format.usual());
  }

  /** The same by the names that people write; throws for a format that there is not. */
  public static FeedConfig plain(String id, String format) {
    return plain(new FeedId(id), FeedFormats.byName(format).orElseThrow());
  }

  /** A new decoder for one lane. */
  public FeedDecoder decoder() {
    return format.open(this);
  }

  /** Whether it reads a recording instead of a living source: allowed in drill lanes only. */
  public boolean isRecording() {
    return Carrier.RECORDING.equals(url.getScheme());
  }

  /** How it arrives; empty for a recording. */
  public Optional<Carrier> carrier() {
    return format.carriers().stream()
        .filter(c -> c.schemes().contains(String.valueOf(url.getScheme())))
        .findFirst();
  }
}
