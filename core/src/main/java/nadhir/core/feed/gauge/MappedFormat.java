package nadhir.core.feed.gauge;

import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/** A format that is the mapped decoder with a preset of its own. */
abstract class MappedFormat implements FeedFormat {
  private static final List<Carrier> CARRIERS = List.of(Carrier.POLLED, Carrier.MQTT);
  private static final List<HazardTypeId> TELLS = List.of(new HazardTypeId("flash-flood"));

  private final String name;
  private final boolean csv;
  private final GaugeOptions usual;

  MappedFormat(String name, boolean csv) {
    this.name = name;
    this.csv = csv;
    this.usual = Presets.read(name, csv, Optional.empty()).orElseThrow();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Carrier> carriers() {
    return CARRIERS;
  }

  @Override
  public List<HazardTypeId> tells() {
    return TELLS;
  }

  @Override
  public FeedOptions options(Optional<YamlNode> options) {
    return options.isEmpty() ? usual : Presets.read(name, csv, options).orElse(usual);
  }

  @Override
  public FeedOptions usual() {
    return usual;
  }

  @Override
  public FeedDecoder open(FeedConfig feed) {
    return new GaugeDecoder(
        feed.id(), feed.options() instanceof GaugeOptions options ? options : usual);
  }
}
