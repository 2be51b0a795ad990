package nadhir.core.feed;

/** Why an item of a source is not used: metric label and text key of the console. */
public enum Reason {
  // The document as a whole
  /** Larger than {@link FeedDecoder#MAX_BYTES}; nothing of it is read. */
  TOO_LARGE,
  /** No JSON, or JSON that breaks off; what stood before the break is used. */
  MALFORMED_JSON,
  /** JSON, but not a document of this format. */
  WRONG_DOCUMENT,

  // Pieces of a stream
  /** It came faster than it could be decoded; nothing of it is read. */
  OVERRUN,

  // Any item
  NO_ID,
  /** An id that no name of ours can carry (length, characters). */
  BAD_ID,
  NO_PLACE,
  /** A place that is none: outside ±90, ±180, or no numbers. */
  BAD_PLACE,
  NO_TIME,
  /** A time outside the years 1 to 9999, or no time at all. */
  BAD_TIME,

  // Earthquakes
  /** Quarry blast, explosion, ice quake. */
  NOT_AN_EARTHQUAKE,
  NO_MAGNITUDE,
  /** Outside −5 to 10. */
  BAD_MAGNITUDE,
  /** Outside −20 to 1,000 km. */
  BAD_DEPTH,

  // Gauges
  /** The series names no gauge. */
  NO_GAUGE,
  /** Another quantity than stage, discharge, rain. */
  UNKNOWN_PARAMETER,
  UNKNOWN_UNIT,
  /** Empty, null, or a number that stands for none, such as −999999. */
  NO_VALUE,
  /** No number, or one that no gauge can show. */
  BAD_VALUE,
  /** The source itself marks the value as not to be used: ice, equipment, maintenance. */
  FLAGGED,

  // AIS
  /** Longer than a line may be. */
  LINE_TOO_LONG,
  /** Neither a sentence nor a comment. */
  NOT_A_SENTENCE,
  /** A sentence of another kind than VDM or VDO. */
  NOT_AIS,
  CHECKSUM_MISSING,
  CHECKSUM_WRONG,
  /** A sentence whose fields are not those of VDM. */
  BAD_SENTENCE,
  /** A part of a message whose other parts did not come. */
  ORPHAN_PART,
  /** A message type that the library cannot read. */
  UNSUPPORTED_TYPE,
  /** A payload that is too short, too long or has letters that do not belong. */
  BAD_PAYLOAD;

  /** Whether it is said of a whole document, so that the source itself is not in order. */
  public boolean ofDocument() {
    return this == TOO_LARGE || this == MALFORMED_JSON || this == WRONG_DOCUMENT;
  }
}
