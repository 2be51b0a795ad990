package nadhir.core.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nadhir.core.id.HazardTypeId;
import nadhir.core.pack.ConditionsParser.Usual;
import nadhir.core.site.Gauge;
import nadhir.core.site.Gully;
import nadhir.core.site.HazardType;
import nadhir.core.site.IntensityModel;
import nadhir.core.site.SiteModels;
import nadhir.core.site.TsunamiSource;
import nadhir.core.site.Wadi;
import nadhir.core.site.WaveModel;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/**
 * Reads what the impact models want to know of the site: {@code models}, {@code wadis}, {@code
 * gullies}, {@code tsunami} and {@code conditions} of {@code site.yaml}. All of them may be left
 * out.
 */
final class ModelsParser {
  private ModelsParser() {}

  /** Which formulas to use. */
  private record Choices(IntensityModel intensity, WaveModel waves, HazardTypeId watch) {
    static final Choices USUAL =
        new Choices(
            SiteModels.USUAL.intensity(), SiteModels.USUAL.waves(), SiteModels.USUAL.watch());
  }

  /**
   * @param gaugeIds those of all gauges, the faulty ones included
   */
  static SiteModels models(
      YamlNode root, List<Gauge> gauges, List<String> gaugeIds, List<HazardType> types) {
    var choices = root.optionalNode("models", node -> choices(node, types)).orElse(Choices.USUAL);
    var wadiParser = new WadiParser(gauges, gaugeIds);
    List<Wadi> wadis = root.optionalList("wadis", wadiParser::wadi);
    List<Gully> gullies =
        root.optionalList("gullies", node -> GullyParser.gully(node, gauges, wadis));
    List<TsunamiSource> tsunamis = root.optionalList("tsunami", TsunamiParser::source);
    var usual = root.optionalNode("conditions", ConditionsParser::usual).orElse(Usual.UNKNOWN);
    unique(root, "wadis", wadis, Wadi::id);
    unique(root, "gullies", gullies, Gully::id);
    unique(root, "tsunami", tsunamis, TsunamiSource::id);
    return new SiteModels(
        choices.intensity(),
        choices.waves(),
        choices.watch(),
        wadis,
        gullies,
        tsunamis,
        usual.conditions(),
        usual.steadyWind());
  }

  private static Optional<Choices> choices(YamlNode node, List<HazardType> types) {
    var intensity = node.choice("intensity", IntensityModel.class, Choices.USUAL.intensity());
    var waves = node.choice("waves", WaveModel.class, Choices.USUAL.waves());
    var watch = node.optionalText("watch");
    List<String> known = types.stream().map(type -> type.id().value()).toList();
    watch
        .filter(type -> !known.contains(type))
        .ifPresent(
            type ->
                node.mistake(
                    "watch", "there is no hazard type '" + type + "'" + Nearest.hint(type, known)));
    return node.make(
        () ->
            new Choices(
                intensity, waves, watch.map(HazardTypeId::new).orElse(Choices.USUAL.watch())));
  }

  private static <T> void unique(YamlNode root, String key, List<T> all, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      if (!seen.add(name.apply(one))) {
        root.mistake(key, "'" + name.apply(one) + "' is there twice in '" + key + "'");
      }
    }
  }
}
