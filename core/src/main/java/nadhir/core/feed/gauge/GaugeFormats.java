package nadhir.core.feed.gauge;

import com.google.auto.service.AutoService;
import nadhir.core.feed.FeedFormat;

/** The names under which sites and people know the mapped decoder. */
public final class GaugeFormats {
  private GaugeFormats() {}

  /**
   * The United States' gauges: JSON of the instantaneous values service, and of the collections
   * that follow it.
   *
   * @see <a href="https://waterservices.usgs.gov/docs/instantaneous-values/">the service</a>
   * @see <a href="https://api.waterdata.usgs.gov/">its successor</a>
   */
  @AutoService(FeedFormat.class)
  public static final class Nwis extends MappedFormat {
    public Nwis() {
      super("nwis-json", false);
    }
  }

  /**
   * England's gauges. Its flood warnings are no measurements and are refused.
   *
   * @see <a href="https://environment.data.gov.uk/flood-monitoring/doc/reference">the service</a>
   */
  @AutoService(FeedFormat.class)
  public static final class EnvironmentAgency extends MappedFormat {
    public EnvironmentAgency() {
      super("ea-flood-json", false);
    }
  }

  /**
   * OGC SensorThings 1.0 and 1.1: Observations, and Datastreams or Things with Observations in
   * them; a single one as MQTT brings it.
   *
   * @see <a href="https://docs.ogc.org/is/18-088/18-088.html">the standard</a>
   */
  @AutoService(FeedFormat.class)
  public static final class SensorThings extends MappedFormat {
    public SensorThings() {
      super("sensorthings", false);
    }
  }

  /** Any JSON, by a mapping; without one, our own plain names. */
  @AutoService(FeedFormat.class)
  public static final class Json extends MappedFormat {
    public Json() {
      super("gauge-json", false);
    }
  }

  /** Any table, by a mapping; without one, our own plain columns. */
  @AutoService(FeedFormat.class)
  public static final class Csv extends MappedFormat {
    public Csv() {
      super("gauge-csv", true);
    }
  }
}
