package nadhir.alerting.text;

/** The word at both ends of every text of a drill, so that no excerpt of it looks real. */
public final class ExerciseMarks {
  private ExerciseMarks() {}

  /** {@code text} with {@code mark} at both ends; an end that has it already stays. */
  public static String around(String mark, String text) {
    String marked = text.startsWith(mark) ? text : mark + ". " + text;
    if (marked.endsWith(mark) && marked.length() > mark.length()) {
      return marked;
    }
    return marked + (marked.endsWith(".") ? " " : ". ") + mark;
  }

  public static boolean areAround(String mark, String text) {
    return text.startsWith(mark) && text.endsWith(mark);
  }
}
