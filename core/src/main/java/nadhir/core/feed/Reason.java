package nadhir.core.feed;

/** Why an item of a source is not used: metric label and text key of the console. */
public enum Reason {
  // The document as a whole
  /** Larger than {@link FeedDecoder#MAX_BYTES}; nothing of it is read. */
  TOO_LARGE,
  /** No JSON, or JSON that breaks off; what stood before the break is used. */
  MALFORMED_JSON,
  /** No XML, or XML that breaks off; what stood before the break is used. */
  MALFORMED_XML,
  /** XML with a document type: it could fetch files or grow without end, and no feed needs one. */
  DOCTYPE,
  /** XML deeper, or with more or longer parts, than a source has; what stood before is used. */
  TOO_COMPLEX,
  /** Well-formed, but not a document of this format. */
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

  /** A report of our own format that lacks what its kind must have, or says what cannot be. */
  BAD_REPORT,
  /** Understood, and speaks of no hazard: a draft, a receipt, a message between machines. */
  NO_HAZARD,
  /** Farther away than the site listens. */
  ELSEWHERE,

  // Earthquakes
  /** Quarry blast, explosion, ice quake. */
  NOT_AN_EARTHQUAKE,
  NO_MAGNITUDE,
  /** Outside −5 to 10. */
  BAD_MAGNITUDE,
  /** Outside −20 to 1,000 km. */
  BAD_DEPTH,
  /** A line of a catalogue's table that lacks columns. */
  BAD_ROW,

  // Gauges
  /** The series names no gauge. */
  NO_GAUGE,
  /** The site has a table of the source's gauges, and this one is not in it. */
  UNKNOWN_GAUGE,
  /** Another quantity than stage, discharge, rain. */
  UNKNOWN_PARAMETER,
  UNKNOWN_UNIT,
  /** Empty, null, or a number that stands for none, such as −999999. */
  NO_VALUE,
  /** No number, or one that no gauge can show. */
  BAD_VALUE,
  /** The source itself marks the value as not to be used: ice, equipment, maintenance. */
  FLAGGED,
  /** A rain counter's reading that no earlier one is known to, or that comes after a later one. */
  NO_BASELINE,

  // Warnings of authorities, and the indexes that name them
  /** An element that must be there is missing or empty. */
  MISSING_ELEMENT,
  /** An element twice that may stand once: nobody knows which of them is meant. */
  REPEATED_ELEMENT,
  /** A coded value that the format does not have. */
  UNKNOWN_CODE,
  /** A kind of event that the feed's options give no hazard type for. */
  UNWANTED_EVENT,
  /** A later message of the source has replaced it or taken it back. */
  SUPERSEDED,
  /** A cancellation or update that does not say of what, or not in a way that can be read. */
  BAD_REFERENCE,
  /** A polygon or circle that is none; what it belongs to is used without it. */
  BAD_AREA,
  /** An area by codes alone, which no map here has; what it belongs to is used without it. */
  AREA_BY_CODE,
  /** A signature that nobody here checks; what it stands in is used. */
  SIGNATURE_UNCHECKED,
  /** An entry of an index with neither an alert in it nor a link to one. */
  BAD_ENTRY,
  /** A link that must not be followed: another scheme, a host inside our own walls. */
  LINK_REFUSED,
  /** A linked document that could not be fetched; it is tried again. */
  LINK_FAILED,

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
    return compareTo(WRONG_DOCUMENT) <= 0; // they stand first
  }
}
