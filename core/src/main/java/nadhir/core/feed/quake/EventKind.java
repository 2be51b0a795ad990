package nadhir.core.feed.quake;

import java.util.Locale;

/**
 * What a catalogue takes an event for. The words are those of QuakeML 1.2 (Basic Event Description,
 * type {@code EventType}), which USGS and the FDSN services use too, and the two-letter codes of
 * the ISC and EMSC: {@code k} known or {@code s} suspected, then {@code e} for earthquake, {@code
 * i} for induced; {@code de} and {@code fe} for damaging and felt ones.
 */
public enum EventKind {
  EARTHQUAKE,
  /** The same, and the source is not sure of it. */
  SUSPECTED,
  /** Explosion, quarry blast, ice quake, landslide, something that nobody could tell. */
  OTHER,
  /** Noise that was taken for an event: the source takes it back. */
  NEVER_HAPPENED,
  /** Made up, for an exercise or a study. */
  TEST;

  /** An event that nobody has put a word to is {@link #OTHER}. */
  public static EventKind of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT).replace('_', ' ')) {
      case "earthquake",
          "induced or triggered event",
          "reservoir loading",
          "fluid injection",
          "fluid extraction",
          "ke",
          "ki",
          "de",
          "fe" ->
          EARTHQUAKE;
      case "se", "si" -> SUSPECTED;
      case "not existing" -> NEVER_HAPPENED;
      case "scenario", "test", "exercise" -> TEST;
      case String _ -> OTHER;
    };
  }
}
