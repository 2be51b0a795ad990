package nadhir.geofence.zone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;

/** Whether a text is JSON at all; reads tokens only, so that depth and size cost nothing. */
final class JsonSyntax {
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonSyntax() {}

  static List<Mistake> mistakes(SiteFile file) {
    try (JsonParser parser = STRICT.createParser(file.text())) {
      while (parser.nextToken() != null) {
        // Jackson throws at the first thing that is no JSON
      }
      return List.of();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      var not = ZoneFault.NOT_JSON.said("not JSON: " + e.getOriginalMessage());
      return List.of(new Mistake(file.name(), line, not));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
