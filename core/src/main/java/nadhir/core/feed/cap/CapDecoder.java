package nadhir.core.feed.cap;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.feed.xml.XmlItems;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.YamlNode;

/**
 * Warnings in CAP 1.0, 1.1 and 1.2: one alert, several under one root, in an EDXL envelope, or in
 * an Atom or RSS index, where an entry that only names a document becomes a link.
 *
 * <p><b>One report for each language and phase.</b> Infos of one language that differ in nothing
 * but their area are one report with both areas; those that differ in event, severity, certainty or
 * times are several. Its observation is {@code Stated} with the headline as title. An alert of the
 * type {@code earthquake} that gives magnitude, place and origin time is a {@code Quake}, in one
 * language only.
 *
 * <p><b>Ids.</b> A report's id is the feed's name and the message's ({@link CapName}); second and
 * further reports of an alert have {@code /1}, {@code /2} behind it. Under {@code cap:…} its
 * aliases name the same part of this message and of all that its references name, so that an Update
 * replaces part by part, and feeds that carry the same message agree. Parts of the earlier message
 * that an Update no longer has are withdrawn, and so is everything that a Cancel names.
 *
 * <p><b>Two languages of one warning never share an alias</b>, neither in one alert nor in two
 * feeds of one authority, which give each language its own identifier. That they are one hazard is
 * for {@code nadhir.core.fusion} to find: type, authority ({@code sender} is CAP's, not the name in
 * some language), onset, until and area are the same, and the language is not. Titles and the words
 * of {@code event} differ.
 *
 * <p><b>Strict</b> about what the standard demands: what is missing, twice, or no code of CAP costs
 * the info or the alert that it stands in, never its neighbours. <b>Not strict</b> about drawing: a
 * polygon that is open, or has a place nowhere on earth, is left out and counted, and the warning
 * stays; it is not closed by guess, since it can have lost its other half. An area by geocodes
 * alone is none here. Signatures are not checked; that one stands there is counted. Exercise and
 * Test give reports of status TEST, which open no hazard and show that the source can be heard;
 * System, Draft, Ack and Error speak of no hazard. An all-clear (responseType AllClear) is a
 * version whose {@code until} is when it was sent.
 *
 * @see <a href="https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html">CAP 1.2</a>
 */
public final class CapDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    private static final HazardTypeId WARNING = new HazardTypeId("weather-warning");

    private static final EventTypes USUAL =
        new EventTypes(
            List.of(EventTypes.Rule.event("earthquake", "earthquake")),
            Optional.of(WARNING),
            Optional.empty());

    @Override
    public String name() {
      return "cap";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(WARNING);
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
      return new CapDecoder(feed.id(), feed.url(), (EventTypes) feed.options());
    }
  }

  private static final List<String> PLACES =
      List.of(
          "alert",
          "alerts/alert",
          "EDXLDistribution/contentObject",
          "feed/entry",
          "rss/channel/item",
          "RDF/item");

  private final FeedId feed;
  private final CapReports reports;
  private final CapIndex index;

  CapDecoder(FeedId feed, URI url, EventTypes types) {
    this.feed = feed;
    this.reports = new CapReports(types);
    this.index = new CapIndex(url);
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    var source = new CapSource(feed, receivedAt);
    var fault = XmlItems.each(raw, PLACES, item -> all.addAll(item(item, source)));
    fault.ifPresent(all::add);
    return all;
  }

  private List<Decoded> item(XmlElement item, CapSource source) {
    return switch (item.name()) {
      case "entry", "item" -> entry(item, source);
      case String _ -> {
        List<XmlElement> alerts = CapIndex.alerts(item);
        yield alerts.isEmpty()
            ? List.of(
                new Decoded.Rejected(
                    Reason.WRONG_DOCUMENT,
                    "no CAP alert in {" + item.namespace() + "}" + item.name()))
            : reports(alerts, source);
      }
    };
  }

  private List<Decoded> reports(List<XmlElement> alerts, CapSource source) {
    List<Decoded> all = new ArrayList<>();
    alerts.forEach(alert -> all.addAll(reports.of(alert, source)));
    return all;
  }

  private List<Decoded> entry(XmlElement entry, CapSource source) {
    try {
      List<XmlElement> alerts = CapIndex.inside(entry);
      return alerts.isEmpty()
          ? List.of(new Decoded.Linked(index.link(entry)))
          : reports(alerts, source);
    } catch (Refusal e) {
      String name =
          entry
              .said("id")
              .or(() -> entry.said("guid"))
              .or(() -> entry.said("title"))
              .orElse("an entry");
      return List.of(e.rejected(name));
    }
  }
}
