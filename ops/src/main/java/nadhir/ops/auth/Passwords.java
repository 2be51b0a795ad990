package nadhir.ops.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nadhir.ops.auth.PasswordHash.Cost;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and compares them, so slowly that guessing does not pay. Each
 * computation takes 19 MiB, so only {@link #AT_ONCE} run at a time and {@link #MAX_WAITING} wait.
 */
public final class Passwords {
  /** OWASP Password Storage Cheat Sheet, Argon2id: m = 19 MiB, t = 2, p = 1. */
  static final Cost COST = new Cost(19_456, 2, 1);

  /** Shorter ones are refused when an account is made. */
  public static final int MIN_LENGTH = 10;

  static final int AT_ONCE = 2;
  static final int MAX_WAITING = 32;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration THREADS_END_AFTER = Duration.ofSeconds(30);
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** Not virtual threads: nothing else would run on this machine's cores meanwhile. */
  private final ExecutorService threads = threads();

  private final PasswordHash nobody;

  public Passwords() {
    nobody = new PasswordHash(COST, bytes(SALT_BYTES), bytes(HASH_BYTES));
  }

  /** A new hash with a new salt. Blocks. */
  public String hash(String password) {
    byte[] salt = bytes(SALT_BYTES);
    return new PasswordHash(COST, salt, compute(password, COST, salt, HASH_BYTES)).text();
  }

  /**
   * Whether {@code password} is the one that {@code stored} was made from. Takes the same time
   * where there is nothing stored. Blocks; empty when too many wait already.
   */
  Optional<Boolean> matches(String password, Optional<String> stored) throws InterruptedException {
    Optional<PasswordHash> known = stored.flatMap(PasswordHash::parse);
    try {
      boolean same =
          threads
              .submit(() -> same(password, known.orElse(nobody)))
              .get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(same && known.isPresent());
    } catch (RejectedExecutionException | TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be compared", e.getCause());
    }
  }

  private static ExecutorService threads() {
    var threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            THREADS_END_AFTER.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static boolean same(String password, PasswordHash stored) {
    byte[] hash = compute(password, stored.cost(), stored.salt(), stored.hash().length);
    return MessageDigest.isEqual(hash, stored.hash());
  }

  private static byte[] compute(String password, Cost cost, byte[] salt, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    // keyboards differ in how they compose letters; NFKC makes the same password the same bytes
    byte[] secret =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[length];
    generator.generateBytes(secret, hash);
    Arrays.fill(secret, (byte) 0);
    return hash;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
