/**
 * Reports that other houses push to us: civil defence, port control, a call that was typed
 * elsewhere. One JSON format of our own; who may post, and how it is signed, is the business of the
 * HTTP side.
 */
package nadhir.core.feed.posted;
