package nadhir.alerting.channel;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.lane.Lane;

/**
 * The one place where leave to send to the public is given: for the live lane, under its key, for
 * recipients of a block that the same key has sealed. HMAC-SHA256 (RFC 2104) throughout.
 */
public final class LiveOrders implements Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 32;

  private final Lane.Live lane;
  private final SecretKey key;

  /**
   * @param key 32 bytes or more, which no drill worker has
   */
  public LiveOrders(Lane.Live lane, SecretKey key) {
    if (key.getEncoded() == null || key.getEncoded().length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("the live key needs 32 bytes or more");
    }
    this.lane = lane;
    this.key = key;
  }

  @Override
  public OutboxBlock seal(OutboxBlock block) {
    return block.sealed(mac("block|" + block.sealedText()));
  }

  @Override
  public boolean isGenuine(OutboxBlock block) {
    return block.lane().equals(lane.key())
        && equal(block.seal(), mac("block|" + block.sealedText()));
  }

  /** Empty when the block is not of this lane's making, or the letter is not for one in it. */
  public Optional<LiveOrder> order(OutboxBlock block, Letter letter) {
    boolean inBlock =
        block.recipients().contains(letter.delivery().recipient())
            && block.delivery(letter.delivery().recipient()).equals(letter.delivery());
    if (!inBlock || !isGenuine(block)) {
      return Optional.empty();
    }
    return Optional.of(new LiveOrder(letter, mac(text(letter))));
  }

  /** Whether this factory, or one with the same key, made the order for just this letter. */
  public boolean isGenuine(LiveOrder order) {
    return equal(order.mac(), mac(text(order.letter())));
  }

  private static String text(Letter letter) {
    var body =
        switch (letter.body()) {
          case Letter.Sms(var to, var text) -> to.e164() + "|" + text;
          case Letter.Push(var to, var json, var shortJson, _, _) ->
              to.endpoint() + "|" + json + "|" + shortJson;
        };
    return "order|" + letter.delivery().text() + "|" + letter.expiresAt() + "|" + body;
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private String mac(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK makes HMAC-SHA256", e);
    }
  }
}
