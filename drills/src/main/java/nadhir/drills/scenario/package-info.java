/**
 * What a drill plays: a scenario with its raw feed input, its story and its scripted people, or a
 * bare recording of raw samples. Read from a folder, every mistake with its line.
 */
package nadhir.drills.scenario;
