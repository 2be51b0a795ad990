package nadhir.core.track.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import java.util.Comparator;
import nadhir.core.track.UnitTrack;

/**
 * When two halves of a cluster meet again: of each unit the track stays whose last position is
 * later, and of equal ones that which was told later.
 */
public final class LaterWord
    implements SplitBrainMergePolicy<String, MergingValue<String>, String> {
  private static final Comparator<UnitTrack> LATER =
      Comparator.comparing((UnitTrack track) -> track.last().at()).thenComparing(UnitTrack::toldAt);

  @Override
  public String merge(MergingValue<String> merging, MergingValue<String> existing) {
    String ours = merging.getDeserializedValue();
    String theirs = existing == null ? null : existing.getDeserializedValue();
    return theirs == null || ours != null && isLater(ours, theirs) ? ours : theirs;
  }

  private static boolean isLater(String a, String b) {
    return LATER.compare(HazelcastTrackStore.track(a), HazelcastTrackStore.track(b)) > 0;
  }

  @Override
  public void writeData(ObjectDataOutput out) {
    // it has no settings
  }

  @Override
  public void readData(ObjectDataInput in) {
    // it has no settings
  }
}
