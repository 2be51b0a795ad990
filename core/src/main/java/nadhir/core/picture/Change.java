package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One object of the picture has a new value, or is gone.
 *
 * @param kind {@code hazard}, {@code alert}, {@code incident}… as {@link Picture} lists them
 */
public record Change(String kind, String id, Optional<JsonNode> value) {}
