package nadhir.ops.auth;

/** The store of accounts and sessions does not answer: nobody can be let in or known now. */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreAway(Throwable cause) {
    super("The store of accounts and sessions does not answer.", cause);
  }
}
