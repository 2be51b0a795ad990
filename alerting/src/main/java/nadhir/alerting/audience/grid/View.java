package nadhir.alerting.audience.grid;

/**
 * Where people are: packed, and what has changed since.
 *
 * @param merged how many changes the packed ones know
 */
record View(PackedPeople packed, Moves moves, long merged) {
  static View of(Source source) {
    PackedPeople packed = PackedPeople.of(source);
    return new View(packed, new Moves(Moves.linesFor(packed.size())), 0);
  }

  /** All people as of the first {@code known} lines. */
  Source source(int known) {
    Moves.Newest newest = moves.newest(known, packed);
    return taker -> {
      for (int stand = 0; stand < packed.size(); stand++) {
        if (!newest.hasLeft(stand)) {
          taker.person(packed.persons()[stand], packed.latDeg(stand), packed.lonDeg(stand));
        }
      }
      for (int i = 0; i < newest.count(); i++) {
        int line = newest.lines()[i];
        taker.person(moves.person(line), moves.latDeg(line), moves.lonDeg(line));
      }
    };
  }

  /** The same with the first {@code known} lines in {@code anew}, and the others behind it. */
  View merged(PackedPeople anew, int known) {
    int left = moves.size() - known;
    var rest = new Moves(Math.max(Moves.linesFor(anew.size()), 2 * left));
    moves.copy(known, anew, rest);
    return new View(anew, rest, merged + known);
  }
}
