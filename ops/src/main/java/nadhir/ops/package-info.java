/**
 * Running it: the command line, wiring, HTTP, login, health and the web applications.
 *
 * <p>The only module that imports all others, and the only one that reads a clock.
 */
package nadhir.ops;
