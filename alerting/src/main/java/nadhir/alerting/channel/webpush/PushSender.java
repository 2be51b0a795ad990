package nadhir.alerting.channel.webpush;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.SinglePost;
import nadhir.alerting.channel.SinglePost.Outcome;
import nadhir.alerting.register.PushAddress;

/**
 * Encrypts and posts push messages. Knows nothing of lanes: the two endpoints around it do. A
 * second post follows only after an answer that says that the first was not processed: 413 (then
 * the short form) and 401 or 403 (then with a new token).
 */
final class PushSender implements AutoCloseable {
  /** RFC 8188, section 2.1: behind the salt of 16 bytes. */
  private static final int RECORD_SIZE_AT = 16;

  /** As in the example of RFC 8291; push services take bodies of 4096 bytes at most. */
  private static final int RECORD_SIZE = 4096;

  /** Push services keep nothing longer than four weeks. */
  private static final long MAX_TTL_S = 28L * 24 * 3600;

  private static final int MAX_POSTS = 3;

  private final VapidIdentity identity;
  private final SinglePost post;

  PushSender(VapidIdentity identity, Duration connectTimeout, Duration timeout) {
    this.identity = identity;
    this.post = new SinglePost(connectTimeout, timeout);
  }

  /**
   * @param endpoint where to post; the subscription's own, or the sandbox in its place
   */
  SendResult send(Letter.Push push, URI endpoint, Instant expiresAt, Instant at)
      throws InterruptedException {
    long ttlS = Math.min(Duration.between(at, expiresAt).toSeconds(), MAX_TTL_S);
    if (ttlS < 1) {
      return new SendResult.TooLate("expired");
    }
    String json = push.json();
    SendResult result = new SendResult.Refused("not-tried");
    for (int i = 0; i < MAX_POSTS; i++) {
      Optional<EncryptedPushMessage> message = encrypted(push.to(), json);
      if (message.isEmpty()) {
        return new SendResult.Gone("bad-keys");
      }
      Outcome outcome = post.post(request(push, message.get(), endpoint, ttlS, at));
      result = PushErrors.result(outcome);
      int status = outcome instanceof Outcome.Answered answer ? answer.status() : 0;
      if (status == 413 && !json.equals(push.shortJson())) {
        json = push.shortJson();
      } else if ((status == 401 || status == 403) && i == 0) {
        identity.forget(endpoint);
      } else {
        return result;
      }
    }
    return result;
  }

  private HttpRequest.Builder request(
      Letter.Push push, EncryptedPushMessage message, URI endpoint, long ttlS, Instant at) {
    return HttpRequest.newBuilder(endpoint)
        .header("TTL", Long.toString(ttlS))
        .header("Topic", push.topic())
        .header("Urgency", urgency(push.urgency()))
        .header("Authorization", identity.authorization(endpoint, at))
        .header("Content-Encoding", message.contentEncoding())
        .header("Content-Type", message.mediaType())
        .POST(HttpRequest.BodyPublishers.ofByteArray(oneRecord(message.toBytes())));
  }

  /**
   * The library writes the record's own length as record size; RFC 8291, section 4, wants more than
   * that. The size stands outside of what is encrypted and authenticated.
   */
  private static byte[] oneRecord(byte[] body) {
    ByteBuffer.wrap(body).putInt(RECORD_SIZE_AT, RECORD_SIZE);
    return body;
  }

  private static String urgency(Letter.Push.Urgency urgency) {
    return switch (urgency) {
      case NORMAL -> "normal";
      case HIGH -> "high";
    };
  }

  /** Empty when the subscription's keys are no keys. The encryptor is not made for sharing. */
  private static Optional<EncryptedPushMessage> encrypted(PushAddress to, String json) {
    try {
      return Optional.of(
          MessageEncryptions.of()
              .encrypt(
                  UserAgentMessageEncryptionKeyInfo.of(to.p256dh(), to.auth()),
                  PushMessage.ofUTF8(json)));
    } catch (InvalidECPublicKeyException | MessageEncryptionException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    post.close();
  }
}
