package nadhir.core.desk;

/** A desk's whole state as an immutable record that the journal's JSON codec can write and read. */
public interface DeskState {}
