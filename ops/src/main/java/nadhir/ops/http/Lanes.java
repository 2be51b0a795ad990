package nadhir.ops.http;

import java.util.List;
import java.util.Optional;

/** The lanes that this member serves. Asked with each request: must be quick. */
public interface Lanes {
  List<ServedLane> all();

  Optional<ServedLane> find(String key);

  /** The lane that a console shows first. */
  String defaultKey();
}
