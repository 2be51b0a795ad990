/** The words of the command line, a class each. */
package nadhir.ops.cli;
