package nadhir.alerting.channel;

/**
 * Leave to send to the public. Only {@link LiveOrders} makes one, and it needs the live lane and
 * its key for that.
 */
public final class LiveOrder implements Order {
  private final Letter letter;
  private final String mac;

  LiveOrder(Letter letter, String mac) {
    this.letter = letter;
    this.mac = mac;
  }

  @Override
  public Letter letter() {
    return letter;
  }

  String mac() {
    return mac;
  }
}
