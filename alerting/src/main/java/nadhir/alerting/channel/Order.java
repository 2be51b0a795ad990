package nadhir.alerting.channel;

/** Leave to send one letter. There are two kinds, and no way from one to the other. */
public sealed interface Order permits LiveOrder, ExerciseOrder {
  Letter letter();
}
