/**
 * Where people are, packed by squares of the map, so that whole squares of an area are answered at
 * once and only people at its border are looked at one by one. People are numbers here; who they
 * are, and whom they are told apart from, is for others.
 */
package nadhir.alerting.audience.grid;
