package nadhir.core.site;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.Conditions.Wind;

/**
 * What the impact models know of the site beside its gauges and zones.
 *
 * @param watch hazards of this type lower the thresholds of floods in the zones they cover
 * @param usual wind and current where nobody has told any, for what drifts at sea
 * @param steadyWind the usual wind where it turns so rarely that a released gas may be expected to
 *     go with it, too; empty: of a release whose wind nobody told everybody around is in danger
 */
public record SiteModels(
    IntensityModel intensity,
    WaveModel waves,
    HazardTypeId watch,
    List<Wadi> wadis,
    List<Gully> gullies,
    List<TsunamiSource> tsunamis,
    Conditions usual,
    Optional<Wind> steadyWind) {
  /** The type that a site's weather warnings have when it does not say. */
  public static final HazardTypeId WEATHER_WARNING = new HazardTypeId("weather-warning");

  /** For a site that says nothing of all this. */
  public static final SiteModels USUAL =
      new SiteModels(
          IntensityModel.ALLEN_2012,
          WaveModel.CONSTANT,
          WEATHER_WARNING,
          List.of(),
          List.of(),
          List.of(),
          Conditions.UNKNOWN,
          Optional.empty());

  public SiteModels {
    wadis = List.copyOf(wadis);
    gullies = List.copyOf(gullies);
    tsunamis = List.copyOf(tsunamis);
  }
}
