/**
 * How good the warnings are: what rules concluded from a recording, held against what really
 * happened.
 */
package nadhir.drills.warning;
