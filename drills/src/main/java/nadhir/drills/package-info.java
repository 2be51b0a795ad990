/** Practising: scenarios, injects, replay and evaluation, on lanes that never reach the public. */
package nadhir.drills;
