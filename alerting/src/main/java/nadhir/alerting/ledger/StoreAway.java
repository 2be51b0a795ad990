package nadhir.alerting.ledger;

/** The store did not answer. What was asked for may or may not have happened; ask again. */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreAway(String message, Throwable cause) {
    super(message, cause);
  }
}
