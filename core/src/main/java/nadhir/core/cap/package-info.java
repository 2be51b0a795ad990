/**
 * CAP 1.2 (OASIS, July 2010): the documents in which alerts are published, written and read.
 *
 * <p>A document is composed from what was issued, written, read again and compared with what was
 * approved before it is kept: what is lost on the way keeps the whole document back.
 */
package nadhir.core.cap;
