package nadhir.core.feed.gdacs;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.cap.EventTypes;
import nadhir.core.feed.cap.EventTypes.Rule;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.feed.xml.XmlItems;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Events of the world in the RSS of GDACS: earthquakes, tropical cyclones, floods, volcanoes,
 * droughts, wildfires, tsunamis. One report for each event; earthquakes are {@code Quake}, all else
 * is {@code Stated}, with the severity of its alert level: Green is Minor, Orange Severe, Red
 * Extreme. The levels estimate how much help from abroad an event will need, not how bad it is at
 * one place; that of the present episode holds.
 *
 * <p>A report's id is the feed's name, the event's kind and its number, {@code gdacs:EQ1200043}.
 * Its aliases are the same under {@code gdacs}, the GLIDE number, and the id at the USGS where
 * GDACS took an earthquake from there. Episodes are versions: one that comes after a later one is
 * rejected. GDACS has no word for taking something back; that an event is no longer in the feed
 * says nothing.
 *
 * @see <a href="https://www.gdacs.org/feed_reference.aspx">the feeds</a>
 */
public final class GdacsDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    private static final EventTypes USUAL =
        new EventTypes(
            List.of(
                Rule.event("earthquake", "earthquake"),
                Rule.event("tropical cyclone", "weather-warning"),
                Rule.event("flood", "flood"),
                Rule.event("volcano", "volcano"),
                Rule.event("drought", "drought"),
                Rule.event("wildfire", "fire"),
                Rule.event("tsunami", "tsunami")),
            Optional.empty(),
            Optional.empty());

    @Override
    public String name() {
      return "gdacs-rss";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(new HazardTypeId("earthquake"));
    }

    @Override
    public FeedOptions usual() {
      return USUAL;
    }

    @Override
    public FeedOptions options(Optional<YamlNode> options) {
      return EventTypes.read(options, USUAL);
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new GdacsDecoder(feed.id(), (EventTypes) feed.options());
    }
  }

  /** Events whose latest version is remembered. */
  static final int MAX_REMEMBERED = 2_000;

  private final FeedId feed;
  private final EventTypes types;

  private final Map<String, GdacsItem.Version> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GdacsItem.Version> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  GdacsDecoder(FeedId feed, EventTypes types) {
    this.feed = feed;
    this.types = types;
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    XmlItems.each(raw, List.of("rss/channel/item"), item -> all.add(item(item, receivedAt)))
        .ifPresent(all::add);
    return all;
  }

  private Decoded item(XmlElement element, Instant receivedAt) {
    try {
      GdacsItem item = GdacsItem.read(element);
      var report = item.report(feed, types, receivedAt);
      GdacsItem.Version known = latest.get(item.event());
      if (known != null && known.compareTo(item.version()) > 0) {
        throw new Refusal(Reason.SUPERSEDED, item.version() + " after " + known);
      }
      latest.put(item.event(), item.version());
      return new Decoded.Ok(report);
    } catch (Refusal e) {
      return e.rejected(element.said("guid").or(() -> element.said("title")).orElse("an item"));
    }
  }
}
