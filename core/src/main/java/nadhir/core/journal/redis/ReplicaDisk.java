package nadhir.core.journal.redis;

import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nadhir.core.journal.Journal.JournalUnavailable;

/**
 * Waits until everything written so far is on the disk of the server and of {@code replicas} of its
 * replicas. WAITAOF may answer with less than was asked for, so the answer is looked at.
 */
record ReplicaDisk(int replicas, Duration patience) {
  private static final ProtocolKeyword WAITAOF =
      new ProtocolKeyword() {
        @Override
        public byte[] getBytes() {
          return toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
          return "WAITAOF";
        }
      };

  /** Does nothing where no replica is waited for. */
  void check(RedisCommands<String, String> redis) {
    if (replicas == 0) {
      return;
    }
    var args = new CommandArgs<>(StringCodec.UTF8).add(1).add(replicas).add(patience.toMillis());
    judge(redis.dispatch(WAITAOF, new ArrayOutput<>(StringCodec.UTF8), args));
  }

  /** {@code reply}: on how many disks of the server itself (0 or 1), and of replicas. */
  void judge(List<Object> reply) {
    long here = (Long) reply.get(0);
    long there = (Long) reply.get(1);
    if (here < 1 || there < replicas) {
      throw new JournalUnavailable(
          "after "
              + patience
              + " it is on the disk of "
              + there
              + " of "
              + replicas
              + " replicas"
              + (here < 1 ? " and not on the server's own" : ""),
          null);
    }
  }
}
