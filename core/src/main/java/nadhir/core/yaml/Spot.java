package nadhir.core.yaml;

/** A character of a file, line and column counted from 1. */
public record Spot(int line, int column) {}
