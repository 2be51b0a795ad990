package nadhir.alerting.audience.grid;

/** Where people are, told as often as asked, each time the same in the same order. */
interface Source {
  void each(Taker taker);

  /** What is told of each of them. */
  interface Taker {
    void person(int person, double latDeg, double lonDeg);
  }
}
