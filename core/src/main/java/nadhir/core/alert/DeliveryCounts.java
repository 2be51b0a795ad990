package nadhir.core.alert;

/** Recipients of one revision on one channel, by state. */
public record DeliveryCounts(
    Channel channel,
    int queued,
    int sending,
    int sent,
    int delivered,
    int failed,
    int unknown,
    int expired,
    int suppressed) {
  /** Not yet at an end state of sending. */
  public int pending() {
    return queued + sending;
  }

  public int total() {
    return queued + sending + sent + delivered + failed + unknown + expired + suppressed;
  }
}
