package nadhir.core.cap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nadhir.core.alert.IssuedAlerts;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.EffectId;
import nadhir.core.lane.Lane;

/**
 * Publishes the CAP document of an issued revision: composed, written, read back, compared with
 * what was approved, kept. A document that says anything else is not kept at all.
 */
public final class PublishCap implements EffectHandler<Effect.PublishCap> {
  /** How often the store is tried. */
  static final int MAX_TRIES = 20;

  private final IssuedAlerts alerts;
  private final CapComposer composer;
  private final Lane lane;
  private final ZoneId zone;
  private final CapStore store;
  private final BooleanSupplier pause;

  /**
   * @param zone in whose offset times are written
   * @param pause waits a little between two tries; false when it was interrupted
   */
  public PublishCap(
      IssuedAlerts alerts,
      CapComposer composer,
      Lane lane,
      ZoneId zone,
      CapStore store,
      BooleanSupplier pause) {
    this.alerts = alerts;
    this.composer = composer;
    this.lane = lane;
    this.zone = zone;
    this.store = store;
    this.pause = pause;
  }

  @Override
  public Class<Effect.PublishCap> handles() {
    return Effect.PublishCap.class;
  }

  @Override
  public EffectResult run(EffectId id, Effect.PublishCap effect, long fence)
      throws InterruptedException {
    Optional<IssuedRevision> issued = alerts.find(effect.alert(), effect.revision());
    if (issued.isEmpty()) {
      return new EffectResult.Failed("not-issued", "Nothing was issued under this number.");
    }
    String xml = CapWriter.write(composer.compose(issued.get()), zone);
    return switch (CapReader.read(xml)) {
      case CapRead.Rejected(var reason, var detail) ->
          new EffectResult.Failed("read-back", reason + " " + detail);
      case CapRead.Ok(var document) -> {
        List<String> differences = ReadBack.differences(issued.get(), lane, document);
        yield differences.isEmpty()
            ? keep(effect, document.identifier(), xml)
            : new EffectResult.Failed("read-back", String.join("; ", differences));
      }
    };
  }

  private EffectResult keep(Effect.PublishCap effect, String identifier, String xml)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        String kept = store.keep(effect.alert(), effect.revision(), xml);
        return kept.equals(xml)
            ? new EffectResult.Published(identifier, sha256(xml))
            : new EffectResult.Failed("differs", "Another document is kept under this number.");
      } catch (RuntimeException e) {
        if (attempt == MAX_TRIES) {
          return new EffectResult.Failed("store", String.valueOf(e.getMessage()));
        }
      }
      if (!pause.getAsBoolean()) {
        throw new InterruptedException();
      }
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
