package nadhir.core.feed.quake;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.Within;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Makes the reports of one feed's events, and remembers which of them it called earthquakes: when
 * the source finds out that one was a quarry blast, that takes the earthquake back.
 */
public final class QuakeReports {
  public static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");

  /**
   * Events that are remembered. Of one that is forgotten, or was told before a restart, the change
   * to a blast is a rejection like that of any other blast.
   */
  static final int MAX_REMEMBERED = 20_000;

  private final FeedId feed;
  private final Optional<Within> within;
  private final Set<ReportId> told = new LinkedHashSet<>();

  public QuakeReports(FeedId feed) {
    this(feed, Optional.empty());
  }

  /**
   * @param within what happens elsewhere is not told, unless it moved there: an earthquake that was
   *     told is followed
   */
  public QuakeReports(FeedId feed, Optional<Within> within) {
    this.feed = feed;
    this.within = within;
  }

  /** A solution that the source stands by. */
  public HazardReport actual(
      Head head, LatLon place, Certainty certainty, Observation.Quake solution) throws Refusal {
    HazardReport report = report(head, Status.ACTUAL, Optional.of(place), certainty, solution);
    checkWithin(report.id(), place);
    remember(report.id());
    return report;
  }

  private void checkWithin(ReportId id, LatLon place) throws Refusal {
    if (within.isPresent() && !told.contains(id)) {
      within.get().check(place);
    }
  }

  /** A solution that was made up. */
  public HazardReport test(Head head, LatLon place, Certainty certainty, Observation.Quake solution)
      throws Refusal {
    return report(head, Status.TEST, Optional.of(place), certainty, solution);
  }

  /**
   * The source takes the event back, or says that it was none.
   *
   * @param place where it had been, when the source still says so
   */
  public HazardReport takenBack(Head head, Optional<LatLon> place) throws Refusal {
    if (place.isPresent()) {
      checkWithin(id(head.id()), place.get());
    }
    return report(
        head, Status.WITHDRAWN, Optional.empty(), Certainty.UNKNOWN, new Observation.Nothing());
  }

  /**
   * The event is not, or not any more, an earthquake.
   *
   * @param word the source's word for what it is
   * @return that it is taken back, where this feed had called it an earthquake
   */
  public HazardReport notAnEarthquake(Head head, String word) throws Refusal {
    if (!told.contains(id(head.id()))) {
      throw new Refusal(Reason.NOT_AN_EARTHQUAKE, word.isEmpty() ? "no event type" : word);
    }
    return takenBack(
        new Head(
            head.id(),
            head.alsoKnownAs(),
            head.occurredAt(),
            head.updatedAt(),
            head.receivedAt(),
            head.title().isEmpty() ? word : head.title()),
        Optional.empty());
  }

  private void remember(ReportId id) {
    told.remove(id);
    told.add(id);
    if (told.size() > MAX_REMEMBERED) {
      told.remove(told.iterator().next());
    }
  }

  private HazardReport report(
      Head head,
      Status status,
      Optional<LatLon> place,
      Certainty certainty,
      Observation observation)
      throws Refusal {
    return new HazardReport(
        id(head.id()),
        feed,
        EARTHQUAKE,
        status,
        head.occurredAt(),
        head.updatedAt(),
        head.receivedAt(),
        place,
        certainty,
        observation,
        head.alsoKnownAs(),
        Texts.title(head.title()));
  }

  private ReportId id(String id) throws Refusal {
    if (id.isEmpty()) {
      throw new Refusal(Reason.NO_ID, "the event has no id");
    }
    String scoped = feed.value() + ":" + id;
    if (!Id.isValid(scoped)) {
      throw new Refusal(Reason.BAD_ID, "the id cannot be used");
    }
    return new ReportId(scoped);
  }
}
