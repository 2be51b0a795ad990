package nadhir.core.feed.quakeml;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.OriginProduct;
import nadhir.core.feed.xml.XmlElement;

/**
 * A product of the USGS Product Distribution Layer: {@code <product id="urn:usgs-product:…"
 * updateTime status>} with properties.
 */
final class PdlProduct {
  /** {@code urn:usgs-product:SOURCE:TYPE:CODE:UPDATETIME}. */
  private static final int URN_PARTS = 6;

  private static final int TYPE = 3;
  private static final int CODE = 4;

  private PdlProduct() {}

  static OriginProduct origin(XmlElement product) throws Refusal {
    String[] urn = product.attribute("id").orElse("").split(":");
    if (urn.length != URN_PARTS || !urn[TYPE].startsWith("origin")) {
      throw new Refusal(Reason.WRONG_DOCUMENT, "no product that tells an earthquake's origin");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (XmlElement property : product.all("property")) {
      properties.put(property.attribute("name").orElse(""), property.attribute("value").orElse(""));
    }
    String eventId = OriginProduct.eventId(properties);
    String id = eventId.isEmpty() ? urn[CODE] : eventId;
    return new OriginProduct(
        id,
        CatalogueIds.of("comcat", List.of(id)),
        updatedAt(product),
        product.attribute("status").orElse("").equals("DELETE"),
        urn[TYPE].equals("origin-scenario"),
        properties.getOrDefault("title", ""),
        properties);
  }

  private static Instant updatedAt(XmlElement product) throws Refusal {
    String time = product.attribute("updateTime").orElse("");
    if (time.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no updateTime");
    }
    return Texts.isoUtc(time);
  }
}
