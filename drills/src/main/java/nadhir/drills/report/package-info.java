/** What came of a drill, computed from its journal. */
package nadhir.drills.report;
