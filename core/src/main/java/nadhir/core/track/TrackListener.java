package nadhir.core.track;

/** Is told of ships what is no hazard. Called by the tracker's own thread; must be quick. */
public interface TrackListener {
  TrackListener NOBODY = (_, _) -> {};

  /** A ship entered, dwelt in or left a place. */
  void passed(String mmsi, Passage passage);
}
