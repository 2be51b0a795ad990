package nadhir.alerting.channel.webpush;

import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Decides what the JDK gives to whom asks for new chance: this salt, this key pair. A library that
 * rightly lets nobody choose them can be held to a published example so. Works on the thread that
 * opened it and until it is closed; a generator made meanwhile and kept gives true chance after.
 */
final class FixedChance implements AutoCloseable {
  private static final SecureRandom TRUE_CHANCE = new SecureRandom();
  private static final String NAME = "FixedChance";

  private final Thread thread = Thread.currentThread();
  private volatile boolean open = true;

  private FixedChance() {}

  static FixedChance of(byte[] salt, KeyPair keys) {
    var chance = new FixedChance();
    if (Security.insertProviderAt(new Fixed(chance, salt.clone(), keys), 1) != 1) {
      throw new IllegalStateException("somebody else has fixed chance already");
    }
    return chance;
  }

  private boolean applies() {
    return open && Thread.currentThread() == thread;
  }

  @Override
  public void close() {
    open = false;
    Security.removeProvider(NAME);
  }

  private static final class Fixed extends Provider {
    private static final long serialVersionUID = 1L;

    Fixed(FixedChance chance, byte[] salt, KeyPair keys) {
      super(NAME, "1", "fixed salt and keys, for published examples");
      putService(new Made(this, "SecureRandom", NAME, () -> new FixedBytes(chance, salt)));
      putService(new Made(this, "KeyPairGenerator", "EC", () -> new FixedKeys(keys)));
    }
  }

  private static final class Made extends Provider.Service {
    private final Supplier<Object> maker;

    Made(Provider provider, String type, String algorithm, Supplier<Object> maker) {
      super(provider, type, algorithm, maker.getClass().getName(), List.of(), Map.of());
      this.maker = maker;
    }

    @Override
    public Object newInstance(Object parameter) {
      return maker.get();
    }
  }

  private static final class FixedBytes extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;
    private final transient FixedChance chance;
    private final byte[] salt;

    FixedBytes(FixedChance chance, byte[] salt) {
      this.chance = chance;
      this.salt = salt;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      Objects.requireNonNull(seed);
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      if (!chance.applies()) {
        TRUE_CHANCE.nextBytes(bytes);
      } else if (bytes.length == salt.length) {
        System.arraycopy(salt, 0, bytes, 0, salt.length);
      } else {
        throw new IllegalStateException("asked for " + bytes.length + " bytes: not for the salt");
      }
    }

    @Override
    protected byte[] engineGenerateSeed(int bytes) {
      return TRUE_CHANCE.generateSeed(bytes);
    }
  }

  private static final class FixedKeys extends KeyPairGeneratorSpi {
    private final KeyPair keys;

    FixedKeys(KeyPair keys) {
      this.keys = keys;
    }

    @Override
    public void initialize(int keySize, SecureRandom random) {
      throw new IllegalStateException("a curve by its size is not what the example uses");
    }

    @Override
    public void initialize(AlgorithmParameterSpec spec, SecureRandom random) {
      Objects.requireNonNull(spec);
    }

    @Override
    public KeyPair generateKeyPair() {
      return keys;
    }
  }
}
