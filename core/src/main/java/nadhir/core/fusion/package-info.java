/**
 * Many reports, one truth: which of them speak of the same thing, which of them to believe, and
 * since when it is over. Pure; the state is rebuilt from the journal.
 */
package nadhir.core.fusion;
