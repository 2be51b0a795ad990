package nadhir.ops.http;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.json.DomainJson;
import nadhir.core.picture.Change;
import nadhir.ops.http.Progress.Running;
import nadhir.ops.lane.PictureStream.Numbered;

/**
 * Events as they go over the wire (server-sent events, WHATWG HTML 9.2). A change that many follow
 * is written once: the newest {@link #MAX_KEPT} are kept.
 */
final class Frames {
  static final int MAX_KEPT = 256;

  private record Changes(long seq, long prev, Instant at, List<Change> changes) {}

  private record Tick(Instant at, long seq, boolean storeAway) {}

  private record ProgressNow(Instant at, Map<String, Running> progress) {}

  private final Map<Long, Buffer> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Buffer> eldest) {
          return size() > MAX_KEPT;
        }
      };

  Buffer of(Numbered n) {
    Buffer frame = kept.get(n.seq());
    if (frame == null) {
      String json = DomainJson.write(new Changes(n.seq(), n.prev(), n.at(), n.changes()));
      frame = Buffer.buffer("id: " + n.seq() + "\ndata: " + json + "\n\n");
      kept.put(n.seq(), frame);
    }
    return frame;
  }

  /** The first words on a stream: how long to wait before coming back. */
  static Buffer hello() {
    return Buffer.buffer("retry: 2000\n\n");
  }

  static Buffer tick(Instant at, long seq, boolean storeAway) {
    return named("tick", new Tick(at, seq, storeAway));
  }

  /** All deliveries that run now, by id. */
  static Buffer progress(Instant at, List<Running> running) {
    Map<String, Running> byId = new LinkedHashMap<>();
    running.forEach(r -> byId.put(r.id(), r));
    return named("progress", new ProgressNow(at, byId));
  }

  static Buffer resync() {
    return Buffer.buffer("event: resync\ndata: {}\n\n");
  }

  private static Buffer named(String event, Object data) {
    return Buffer.buffer("event: " + event + "\ndata: " + DomainJson.write(data) + "\n\n");
  }
}
