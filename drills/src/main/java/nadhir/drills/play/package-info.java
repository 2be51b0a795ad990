/**
 * Plays a scenario into a lane: steps the lane's clock from one due moment to the next, brings in
 * what is due, lets scripted people answer, and waits for everything that runs because of it.
 */
package nadhir.drills.play;
