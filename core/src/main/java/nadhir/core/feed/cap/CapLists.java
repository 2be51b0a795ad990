package nadhir.core.feed.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How CAP writes several values in one element (CAP 1.2, 3.2.1): blanks between them, and quotes
 * around those that have blanks inside.
 */
public final class CapLists {
  private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private CapLists() {}

  public static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    var matcher = ITEM.matcher(text);
    while (matcher.find()) {
      items.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return items;
  }
}
