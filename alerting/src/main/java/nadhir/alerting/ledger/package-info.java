/**
 * One state for each alert, revision, recipient and channel, and the blocks that wait to be sent:
 * the third truth beside journal and register. States only move forward, under a fencing number, so
 * that two members can never send the same message twice.
 */
package nadhir.alerting.ledger;
