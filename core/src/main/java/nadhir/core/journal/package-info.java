/**
 * The journal: how an entry becomes a line, how lines are chained, where they are kept, and how the
 * chain is checked. Twins in memory stand beside the ports; Redis is in the package below.
 */
package nadhir.core.journal;
