/** Sending help: units, incidents, recommendation, assignments and accountability. */
package nadhir.dispatch;
