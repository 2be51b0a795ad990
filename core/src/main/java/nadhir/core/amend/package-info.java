/** Changes to a city's zones and rules while a lane runs: journaled, checked, never halfway. */
package nadhir.core.amend;
