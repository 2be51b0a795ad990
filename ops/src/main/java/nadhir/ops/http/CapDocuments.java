package nadhir.ops.http;

import java.util.Optional;
import nadhir.core.id.AlertId;

/** The CAP documents that were published. */
@FunctionalInterface
public interface CapDocuments {
  /** The XML of one revision, byte for byte. May block. */
  Optional<byte[]> find(String laneKey, AlertId alert, int revision);
}
