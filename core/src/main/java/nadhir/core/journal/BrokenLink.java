package nadhir.core.journal;

/** What can be wrong with a journal. */
public enum BrokenLink {
  /** An entry that should be there is not. */
  GAP,
  /** The hash is not the one of this text behind the entry before. */
  HASH,
  /** Written at a format level that this version does not know. */
  LEVEL,
  /** An event of a kind that this version does not know, or not an entry at all. */
  UNREADABLE,
  /** The entry says that it belongs to another lane or has another number. */
  MISPLACED,
  /** Earlier than the entry before. */
  TIME,
  /** A watch was taken with a lower epoch than one before. */
  EPOCH,
  /** The stored head is not the last entry. */
  HEAD
}
