package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation.Stated;
import nadhir.core.site.Words;

/** What an authority states, in all languages in which it does. */
final class StatedDetails {
  private final List<String> languages;

  StatedDetails(List<String> siteLanguages) {
    this.languages = List.copyOf(siteLanguages);
  }

  /**
   * The version revised last holds; of those revised together the one in the language that the site
   * names first, whose words an officer reads.
   *
   * @param before the hazard as it was; empty for a new one
   */
  Truth truth(Optional<Hazard> before, List<HazardReport> solutions) {
    List<HazardReport> actual =
        solutions.stream().filter(r -> r.status() == Status.ACTUAL).sorted(order()).toList();
    if (actual.isEmpty()) {
      Hazard last = before.orElseThrow();
      return new Truth(
          Hazard.Status.WITHDRAWN,
          last.occurredAt(),
          last.place(),
          last.certainty(),
          last.detail(),
          last.doubt());
    }
    HazardReport first = actual.getFirst();
    var stated = (Stated) first.observation();
    return Truth.active(
        first.occurredAt(),
        first.place().or(() -> before.flatMap(Hazard::place)),
        first.certainty(),
        new HazardDetail.Stated(
            stated.severity(),
            stated.onset(),
            stated.until(),
            first.title(),
            stated.area(),
            titles(actual)));
  }

  private Comparator<HazardReport> order() {
    return Comparator.comparing(HazardReport::updatedAt, Comparator.reverseOrder())
        .thenComparingInt(r -> rank(language(r)))
        .thenComparing(HazardReport::id);
  }

  private int rank(String language) {
    int index = languages.indexOf(language);
    return index < 0 ? languages.size() : index;
  }

  private Optional<Words> titles(List<HazardReport> actual) {
    var titles = new TreeMap<String, String>();
    for (HazardReport r : new ArrayList<>(actual).reversed()) {
      if (!language(r).isEmpty() && !r.title().isEmpty()) {
        titles.put(language(r), r.title());
      }
    }
    return titles.isEmpty() ? Optional.empty() : Optional.of(new Words(titles));
  }

  /** As the site writes it: {@code en-US} is {@code en} where the site speaks that. */
  private String language(HazardReport report) {
    String tag = ((Stated) report.observation()).language();
    String primary = tag.contains("-") ? tag.substring(0, tag.indexOf('-')) : tag;
    return languages.contains(tag) || !languages.contains(primary) ? tag : primary;
  }
}
