package nadhir.ops.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import nadhir.ops.lane.PictureStream;
import nadhir.ops.lane.PictureStream.Numbered;

/**
 * One console on the event stream. It has no queue of its own: it takes what it lacks from the
 * lane's stream whenever its connection has room, so that a slow one costs nothing and holds nobody
 * up. Lives on one event loop.
 */
final class Follower {
  /** Changes taken from the stream at a time. */
  private static final int BATCH = 64;

  /** A picture ahead of ours that we have not caught up with by then is of another journal. */
  private static final int MAX_TICKS_AHEAD = 5;

  /** How a turn of the clock ended. */
  enum Pulse {
    ALIVE,
    /** The connection has been full for too long. */
    TOO_SLOW
  }

  private final HttpServerResponse response;
  private final PictureStream stream;
  private final Frames frames;
  private final int maxTicksFull;
  private long at;
  private int ticksFull;
  private int ticksAhead;
  private boolean ended;

  /**
   * @param at the number of the picture that the console has
   * @param maxTicksFull so many ticks its connection may stay full
   */
  Follower(
      HttpServerResponse response, PictureStream stream, Frames frames, long at, int maxTicksFull) {
    this.response = response;
    this.stream = stream;
    this.frames = frames;
    this.at = at;
    this.maxTicksFull = maxTicksFull;
  }

  void start(Buffer progress) {
    response.drainHandler(
        _ -> {
          ticksFull = 0;
          pump();
        });
    response.write(Frames.hello());
    response.write(progress);
    pump();
  }

  /** Sends what the console lacks, as far as its connection has room. */
  void pump() {
    while (!ended && !response.writeQueueFull()) {
      Optional<List<Numbered>> missing = stream.since(at, BATCH);
      if (missing.isEmpty()) {
        resync();
        return;
      }
      if (missing.get().isEmpty()) {
        return;
      }
      for (Numbered n : missing.get()) {
        if (!response.writeQueueFull()) {
          response.write(frames.of(n));
          at = n.seq();
        }
      }
    }
  }

  /** What is not numbered is left out while the connection is full. */
  void hint(Buffer frame) {
    if (!ended && !response.writeQueueFull()) {
      response.write(frame);
    }
  }

  /** One turn of the clock. {@code pictureSeq} is the number of this member's picture. */
  Pulse tick(Buffer frame, long pictureSeq) {
    if (response.writeQueueFull()) {
      ticksFull++;
      return ticksFull > maxTicksFull ? Pulse.TOO_SLOW : Pulse.ALIVE;
    }
    ticksAhead = at > pictureSeq ? ticksAhead + 1 : 0;
    if (ticksAhead > MAX_TICKS_AHEAD) {
      resync();
    }
    hint(frame);
    return Pulse.ALIVE;
  }

  private void resync() {
    if (!ended) {
      response.write(Frames.resync());
      end();
    }
  }

  void end() {
    if (!ended) {
      ended = true;
      response.end();
    }
  }

  /** The connection is gone, or is given up. */
  void cut() {
    ended = true;
    response.reset();
  }

  boolean isEnded() {
    return ended;
  }
}
