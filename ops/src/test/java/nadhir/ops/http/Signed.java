package nadhir.ops.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.ops.live.PostSignature;

/** How a post is signed, and what it then claims. */
record Signed(
    String secret, String feed, String time, String nonce, String over, List<String> claims) {
  Signed secret(String other) {
    return new Signed(other, feed, time, nonce, over, claims);
  }

  Signed feed(String other) {
    return new Signed(secret, other, time, nonce, over, claims);
  }

  Signed time(String other) {
    return new Signed(secret, feed, other, nonce, over, claims);
  }

  Signed at(Instant at) {
    return time(String.valueOf(at.getEpochSecond()));
  }

  Signed nonce(String other) {
    return new Signed(secret, feed, time, other, over, claims);
  }

  Signed overBody(String other) {
    return new Signed(secret, feed, time, nonce, other, claims);
  }

  Signed claiming(String header, String value) {
    return new Signed(secret, feed, time, nonce, over, List.of(header, value));
  }

  Signed without(String header) {
    return claiming(header, "");
  }

  String[] headers(String body) {
    byte[] signed = (over.isEmpty() ? body : over).getBytes(StandardCharsets.UTF_8);
    List<String> all =
        List.of(
            "X-Nadhir-Feed", feed,
            "X-Nadhir-Time", time,
            "X-Nadhir-Nonce", nonce,
            "X-Nadhir-Signature", PostSignature.of(secret, feed, time, nonce, signed));
    List<String> sent = new ArrayList<>(List.of("Content-Type", "application/json"));
    for (int i = 0; i < all.size(); i += 2) {
      boolean claimed = !claims.isEmpty() && claims.getFirst().equals(all.get(i));
      String value = claimed ? claims.getLast() : all.get(i + 1);
      if (!value.isEmpty()) {
        sent.addAll(List.of(all.get(i), value));
      }
    }
    return sent.toArray(String[]::new);
  }
}
