package nadhir.geofence.rule;

/** A text that a person wrote cannot be understood from one of its characters on. */
final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  Misread(int offset, String reason) {
    super(reason, null, false, false);
    this.offset = offset;
  }

  /** From 0, in the text that was handed in. */
  int offset() {
    return offset;
  }
}
