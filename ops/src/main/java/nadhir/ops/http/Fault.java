package nadhir.ops.http;

/**
 * One place of a request that breaks the contract.
 *
 * @param where JSON pointer into the body as a fragment ({@code #/place/latDeg}), or the name of a
 *     header or parameter
 */
record Fault(Kind kind, String where, String detail) {
  /** How {@code where} is to be read, by its name in the problem document. */
  enum Kind {
    POINTER("pointer"),
    PARAMETER("parameter"),
    HEADER("header");

    final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  static Fault at(String pointer, String detail) {
    return new Fault(Kind.POINTER, pointer, detail);
  }
}
