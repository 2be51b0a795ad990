package nadhir.alerting.channel;

/** Leave to send to the sandbox. Only {@link ExerciseOrders} makes one, for a drill lane. */
public final class ExerciseOrder implements Order {
  private final Letter letter;

  ExerciseOrder(Letter letter) {
    this.letter = letter;
  }

  @Override
  public Letter letter() {
    return letter;
  }
}
