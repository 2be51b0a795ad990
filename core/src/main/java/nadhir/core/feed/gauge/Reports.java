package nadhir.core.feed.gauge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.report.SensorFault;

/** Makes reports of what a document's items measured. */
final class Reports {
  private static final HazardTypeId FLASH_FLOOD = new HazardTypeId("flash-flood");

  private final FeedId feed;
  private final Counters counters = new Counters();

  Reports(FeedId feed) {
    this.feed = feed;
  }

  List<Decoded> of(List<Taken> taken, Instant receivedAt) {
    var settled = new Settled(taken, receivedAt);
    Map<Taken, Optional<Counters.Fallen>> fallen = new IdentityHashMap<>();
    for (Taken.Total total : settled.totals()) {
      fallen.put(
          total,
          counters.fallen(
              total.series().key(), settled.at(total), total.totalMm(), total.wrapsAtMm()));
    }
    List<Decoded> all = new ArrayList<>(taken.size());
    for (Taken one : taken) {
      all.add(
          switch (one) {
            case Taken.Refused(var rejected) -> rejected;
            case Taken.Faulty faulty -> rejected(faulty, settled.at(faulty));
            case Taken.Water w ->
                report(
                    w,
                    w.about(),
                    settled.at(w),
                    receivedAt,
                    new Observation.Water(w.series().gauge(), w.stageM(), w.flowM3ps()));
            case Taken.Rain r ->
                report(
                    r,
                    r.about(),
                    settled.at(r),
                    receivedAt,
                    new Observation.Rain(r.series().gauge(), r.rainMm(), settled.over(r)));
            case Taken.Total total ->
                fallen(total, fallen.get(total), settled.at(total), receivedAt);
          });
    }
    return all;
  }

  private static Decoded rejected(Taken.Faulty faulty, Instant at) {
    return new Decoded.Rejected(
        faulty.reason(),
        faulty.detail(),
        faulty.fault().map(fault -> new SensorFault(faulty.series().gauge(), fault, at)));
  }

  private Decoded fallen(
      Taken.Total total, Optional<Counters.Fallen> fallen, Instant at, Instant receivedAt) {
    if (fallen.isEmpty()) {
      return new Decoded.Rejected(
          Reason.NO_BASELINE,
          total.series().key() + " " + at + ": the counter's reading before it is not known");
    }
    double mm = fallen.get().mm();
    if (mm > Quantity.RAIN.most()) {
      return new Decoded.Rejected(
          Reason.BAD_VALUE,
          total.series().key() + " " + at + ": " + mm + " mm cannot have fallen since the last",
          Optional.of(new SensorFault(total.series().gauge(), GaugeFault.OUT_OF_RANGE, at)));
    }
    return report(
        total,
        total.about(),
        at,
        receivedAt,
        new Observation.Rain(total.series().gauge(), mm, fallen.get().over()));
  }

  private Decoded report(
      Taken.Dated one, Taken.About about, Instant at, Instant receivedAt, Observation observation) {
    String id = feed.value() + ":" + one.series().key() + "/" + at;
    if (!Id.isValid(id)) {
      return new Decoded.Rejected(Reason.BAD_ID, "the name of the series cannot be used");
    }
    return new Decoded.Ok(
        new HazardReport(
            new ReportId(id),
            feed,
            FLASH_FLOOD,
            HazardReport.Status.ACTUAL,
            at,
            at,
            receivedAt,
            about.place(),
            about.certainty(),
            observation,
            List.of(),
            about.title()));
  }
}
