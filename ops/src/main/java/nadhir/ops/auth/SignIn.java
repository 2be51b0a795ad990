package nadhir.ops.auth;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in: slows guessing down, compares the password, opens a session. */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  /** What somebody who has forgotten a password notices, and somebody who guesses cannot afford. */
  static final Throttle.Rule PER_ACCOUNT =
      new Throttle.Rule(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15));

  /** More, because an operations centre may share one address. */
  static final Throttle.Rule PER_ADDRESS =
      new Throttle.Rule(30, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** What came of it. */
  public sealed interface Result {
    /** {@code token} goes to the browser and nowhere else. */
    record Accepted(String token, SignedIn person) implements Result {
      @Override
      public String toString() {
        return "Accepted[***, " + person + "]";
      }
    }

    /** No such name, or not its password; nobody is told which. */
    record Wrong() implements Result {}

    record TooSoon(Duration waitFor) implements Result {}

    /** Too many sign in at this moment. */
    record Busy() implements Result {}
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Throttle throttle;

  public SignIn(Accounts accounts, Passwords passwords, Sessions sessions, Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  /**
   * Tries to sign in; blocks for about a tenth of a second, longer when several do.
   *
   * @param address where the request came from
   */
  public Result enter(String typedName, String password, String address)
      throws InterruptedException {
    String name = Account.tidy(typedName);
    String accountKey = "nadhir:tries:account:" + Sessions.sha256(name);
    String addressKey = "nadhir:tries:address:" + address;
    Optional<Duration> wait =
        throttle
            .attempt(addressKey, PER_ADDRESS)
            .or(() -> throttle.attempt(accountKey, PER_ACCOUNT));
    if (wait.isPresent()) {
      LOG.warn("sign-in slowed down address={} waitS={}", address, wait.get().toSeconds());
      return new Result.TooSoon(wait.get());
    }
    Optional<Account> account = Account.isName(name) ? accounts.find(name) : Optional.empty();
    Optional<Boolean> matches = passwords.matches(password, account.map(Account::passwordHash));
    if (matches.isEmpty()) {
      throttle.giveBack(accountKey);
      throttle.giveBack(addressKey);
      return new Result.Busy();
    }
    if (account.isEmpty() || !matches.get()) {
      LOG.warn("sign-in failed address={}", address);
      return new Result.Wrong();
    }
    throttle.forget(accountKey);
    throttle.giveBack(addressKey);
    LOG.info("signed in who={} address={}", account.get().ref(), address);
    return new Result.Accepted(sessions.open(account.get()), SignedIn.as(account.get()));
  }
}
