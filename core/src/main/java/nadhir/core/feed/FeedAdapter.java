package nadhir.core.feed;

import io.vertx.core.Future;

/** A feed that is being listened to. One member of the cluster at a time runs it. */
public interface FeedAdapter {
  void start();

  /** Completes when nothing more of this feed reaches the sink. */
  Future<Void> stop();

  RawFeed raw();
}
