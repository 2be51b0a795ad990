package nadhir.core.track.hazelcast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hazelcast.spi.merge.MergingValue;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitWord;
import org.junit.jupiter.api.Test;

class LaterWordTest {
  private final LaterWord policy = new LaterWord();

  private static String track(int lastS, int toldS) {
    var unit = new UnitId("amb-1");
    var place = new LatLon(29.53, 35);
    var at = Instant.parse("2026-11-20T10:00:00Z");
    var none = OptionalDouble.empty();
    return DomainJson.write(
        new UnitTrack(
            new UnitFix(unit, place, at.plusSeconds(lastS), 5, none, none),
            List.of(),
            new UnitWord(unit, place, List.of(), at, false),
            at.plusSeconds(toldS)));
  }

  private record Value(String text) implements MergingValue<String> {
    @Override
    public String getDeserializedValue() {
      return text;
    }

    @Override
    public Object getRawValue() {
      return text;
    }
  }

  @Test
  void theLaterPositionStaysWhicheverHalfItComesFrom() {
    String early = track(0, 50);
    String late = track(10, 5);
    assertEquals(late, policy.merge(new Value(late), new Value(early)));
    assertEquals(late, policy.merge(new Value(early), new Value(late)));
  }

  @Test
  void ofEqualPositionsTheOneToldLaterStays() {
    String early = track(10, 5);
    String late = track(10, 6);
    assertEquals(late, policy.merge(new Value(late), new Value(early)));
    assertEquals(late, policy.merge(new Value(early), new Value(late)));
    assertEquals(late, policy.merge(new Value(late), new Value(late)));
  }

  @Test
  void aUnitThatOnlyOneHalfHasHeardOfStays() {
    assertEquals(track(0, 0), policy.merge(new Value(track(0, 0)), null));
    assertEquals(track(0, 0), policy.merge(new Value(null), new Value(track(0, 0))));
  }
}
