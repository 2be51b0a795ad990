package nadhir.core.alert;

/** A way to reach a recipient. */
public enum Channel {
  SMS,
  PUSH
}
