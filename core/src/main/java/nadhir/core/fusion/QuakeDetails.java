package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nadhir.core.fusion.HazardState.FeltSaid;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.Hazard.Status;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** What the networks, the shaken people and the maps say of one earthquake, put together. */
final class QuakeDetails {
  /** Used where a network gives no depth; what networks themselves fix it at. */
  static final double USUAL_DEPTH_M = 10_000;

  /** {@code magnitudeType} of a magnitude that was guessed from what people felt. */
  static final String FELT = "felt";

  private final Preference preference;
  private final Plausibility plausibility;
  private final FeltReports felt;
  private final ShakeMaps maps;

  QuakeDetails(Preference preference, Plausibility plausibility, FeltReports felt, ShakeMaps maps) {
    this.preference = preference;
    this.plausibility = plausibility;
    this.felt = felt;
    this.maps = maps;
  }

  /**
   * @param id of the hazard, and of those that turned out to be the same, this one first
   * @param before the same hazards as they were; empty for a new one
   * @param believed a person or a second source has settled doubts before
   */
  Truth truth(
      List<HazardId> id, List<Hazard> before, List<HazardReport> solutions, boolean believed) {
    var known = before.stream().map(h -> (HazardDetail.Quake) h.detail()).toList();
    var felt = felt(id);
    var shakeMap = shakeMap(known, solutions);
    var mmi = strongest(felt, known);
    List<HazardReport> ordered = preference.ordered(solutions);
    if (ordered.isEmpty()) {
      return feltOnly(id, before, mmi, shakeMap, believed);
    }
    HazardReport first = ordered.getFirst();
    if (first.status() != HazardReport.Status.ACTUAL) {
      return takenBack(before, ordered, mmi, shakeMap);
    }
    var detail = detail(first, preference.why(ordered), ordered, mmi, shakeMap);
    Optional<String> doubt =
        believed
            ? Optional.empty()
            : plausibility.doubt(first, solutions, felt, shakeMap.isPresent());
    return new Truth(
        doubt.isPresent() ? Status.HELD : Status.ACTIVE,
        first.occurredAt(),
        first.place().or(() -> before.stream().findFirst().flatMap(Hazard::place)),
        first.certainty(),
        detail,
        doubt);
  }

  private FeltReports.Felt felt(List<HazardId> ids) {
    var all = ids.stream().map(felt::of).toList();
    return new FeltReports.Felt(
        all.stream().mapToInt(FeltReports.Felt::people).sum(),
        all.stream().anyMatch(FeltReports.Felt::instrument),
        highest(all.stream().map(FeltReports.Felt::mmi)));
  }

  private static OptionalDouble strongest(FeltReports.Felt felt, List<HazardDetail.Quake> known) {
    return highest(
        Stream.concat(Stream.of(felt.mmi()), known.stream().map(HazardDetail.Quake::feltMmi)));
  }

  private static OptionalDouble highest(Stream<OptionalDouble> values) {
    return values.flatMapToDouble(OptionalDouble::stream).max();
  }

  /** The newest that is kept; else the one that was attached before, from the newest hazard. */
  private Optional<Observation.ShakeMap> shakeMap(
      List<HazardDetail.Quake> known, List<HazardReport> solutions) {
    Optional<HazardReport> newest = maps.of(solutions);
    if (newest.isPresent()) {
      return newest
          .filter(m -> m.status() == HazardReport.Status.ACTUAL)
          .map(m -> (Observation.ShakeMap) m.observation());
    }
    return known.stream().flatMap(q -> q.shakeMap().stream()).findFirst();
  }

  private static HazardDetail.Quake detail(
      HazardReport preferred,
      String why,
      List<HazardReport> ordered,
      OptionalDouble feltMmi,
      Optional<Observation.ShakeMap> shakeMap) {
    var quake = (Observation.Quake) preferred.observation();
    return new HazardDetail.Quake(
        quake.magnitude(),
        quake.magnitudeType(),
        quake.depthM().orElse(USUAL_DEPTH_M),
        preferred.feed(),
        why,
        sources(ordered),
        feltMmi,
        shakeMap);
  }

  private static List<HazardDetail.Source> sources(List<HazardReport> ordered) {
    return ordered.stream()
        .limit(HazardDetail.Quake.MAX_SOURCES)
        .map(
            r -> {
              var quake = (Observation.Quake) r.observation();
              return new HazardDetail.Source(
                  r.feed(),
                  r.id(),
                  quake.magnitude(),
                  quake.magnitudeType(),
                  r.occurredAt(),
                  r.place(),
                  r.certainty(),
                  r.status(),
                  r.updatedAt());
            })
        .toList();
  }

  /** Nobody says so any more; what was last believed stays to be seen. */
  private static Truth takenBack(
      List<Hazard> before,
      List<HazardReport> ordered,
      OptionalDouble feltMmi,
      Optional<Observation.ShakeMap> shakeMap) {
    Hazard last = before.getFirst();
    var was = (HazardDetail.Quake) last.detail();
    return new Truth(
        Status.WITHDRAWN,
        last.occurredAt(),
        last.place(),
        last.certainty(),
        new HazardDetail.Quake(
            was.magnitude(),
            was.magnitudeType(),
            was.depthM(),
            was.preferred(),
            was.why(),
            sources(ordered),
            feltMmi,
            shakeMap),
        last.doubt());
  }

  /**
   * Shaking that people felt together, and no network has told of yet. Its magnitude is that of the
   * smallest quake that does this, right below where it was felt most.
   */
  private Truth feltOnly(
      List<HazardId> ids,
      List<Hazard> before,
      OptionalDouble feltMmi,
      Optional<Observation.ShakeMap> shakeMap,
      boolean believed) {
    List<FeltSaid> said = new ArrayList<>();
    ids.forEach(id -> said.addAll(felt.all(id)));
    var detail =
        new HazardDetail.Quake(
            Strength.magnitude(feltMmi.orElse(FeltReports.LEAST_MMI), USUAL_DEPTH_M / 1000),
            FELT,
            USUAL_DEPTH_M,
            HazardCommands.PEOPLE,
            Plausibility.FELT_ONLY,
            List.of(),
            feltMmi,
            shakeMap);
    Optional<Hazard> last = before.stream().findFirst();
    return new Truth(
        believed ? Status.ACTIVE : Status.HELD,
        said.stream()
            .map(FeltSaid::at)
            .min(Comparator.naturalOrder())
            .or(() -> last.map(Hazard::occurredAt))
            .orElseThrow(),
        said.stream()
            .max(Comparator.comparingDouble(FeltSaid::mmi))
            .map(FeltSaid::place)
            .or(() -> last.flatMap(Hazard::place)),
        Certainty.POSSIBLE,
        detail,
        believed ? Optional.empty() : Optional.of(Plausibility.FELT_ONLY));
  }
}
