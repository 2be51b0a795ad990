/**
 * Reading a site pack's files: YAML with line numbers, every mistake collected and none only the
 * first. The modules that own a file build its parser on this.
 */
package nadhir.core.yaml;
