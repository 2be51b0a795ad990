/**
 * The common ground: the published language (events, commands, plain types), the journal, the
 * desks' interface, the watch, hazard fusion, feeds, and the adapters to the cluster and Redis.
 * Imports no sibling module.
 */
package nadhir.core;
