package nadhir.core.feed.quake;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;

/**
 * The names that an event goes by outside one feed, {@code comcat:us7000abcd}: feeds that read the
 * same catalogue know by them that they speak of the same event.
 */
public final class CatalogueIds {
  /** Names beyond this are left out. */
  public static final int MAX_IDS = 50;

  private CatalogueIds() {}

  /** Each once, in order; what no id of ours can carry is left out. */
  public static List<ReportId> of(String catalogue, List<String> ids) {
    List<ReportId> names = new ArrayList<>();
    for (String id : ids) {
      String name = catalogue + ":" + id.strip();
      if (!id.isBlank()
          && Id.isValid(name)
          && names.size() < MAX_IDS
          && !names.contains(new ReportId(name))) {
        names.add(new ReportId(name));
      }
    }
    return names;
  }
}
