package nadhir.core.cap;

/** What came of reading a CAP document. */
public sealed interface CapRead {
  /** It is one. */
  record Ok(CapDocument document) implements CapRead {}

  /** It is none that is taken here. */
  record Rejected(Reason reason, String detail) implements CapRead {}

  /** Why a document is not taken. */
  enum Reason {
    TOO_LARGE,
    /** Not well-formed, or with a document type. */
    NOT_XML,
    NOT_CAP_12,
    /** An element that must be there is not. */
    MISSING,
    /** A coded value that CAP 1.2 does not have. */
    UNKNOWN_VALUE,
    BAD_TIME,
    BAD_AREA,
    BAD_REFERENCE
  }
}
