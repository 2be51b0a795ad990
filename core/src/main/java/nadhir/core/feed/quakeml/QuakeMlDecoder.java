package nadhir.core.feed.quakeml;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.quake.FirstSaid;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.feed.xml.XmlItems;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;

/**
 * Earthquakes in QuakeML, Basic Event Description 1.2 and the older namespaces that are about, and
 * in the XML of the USGS Product Distribution Layer, whose products of type {@code origin} stand
 * for one event with {@code status} UPDATE or DELETE.
 *
 * <p>Each event becomes one report, of its preferred origin and magnitude. Depths are metres in
 * QuakeML and kilometres in a product. EQXML, which the American networks used before 2013, is no
 * document of this format: what it tells stands in the product around it, too.
 *
 * @see <a
 *     href="https://quake.ethz.ch/quakeml/docs/REC?action=AttachFile&do=get&target=QuakeML-BED-20130214b.pdf">
 *     the standard</a>
 */
public final class QuakeMlDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "quakeml";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(QuakeReports.EARTHQUAKE);
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new QuakeMlDecoder(feed.id());
    }
  }

  private static final String EVENT = "quakeml/eventParameters/event";
  private static final String PRODUCT = "product";

  private final QuakeReports reports;
  private final FirstSaid firstSaid = new FirstSaid();

  QuakeMlDecoder(FeedId feed) {
    this.reports = new QuakeReports(feed);
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    XmlItems.each(raw, List.of(EVENT, PRODUCT), item -> all.add(one(item, receivedAt)))
        .ifPresent(all::add);
    return all;
  }

  private Decoded one(XmlElement item, Instant receivedAt) {
    try {
      return new Decoded.Ok(
          item.name().equals(PRODUCT)
              ? PdlProduct.origin(item).report(reports, receivedAt)
              : new QuakeMlEvent(item, receivedAt).report(reports, firstSaid));
    } catch (Refusal e) {
      return e.rejected(name(item));
    }
  }

  private static String name(XmlElement item) {
    return item.attribute("publicID").or(() -> item.attribute("id")).orElse("without id");
  }
}
