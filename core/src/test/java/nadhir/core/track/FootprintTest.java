package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.sim.Fleet;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** What 20,000 tracks weigh, and what a position leaves behind. */
class FootprintTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final LatLon CORNER = new LatLon(27.5, 33.5);

  private final RoundPlaces places = RoundPlaces.none().and("gulf", 28.5, 34.5, 200_000);
  private final ShipTracker tracker =
      new ShipTracker(TrackSettings.of(new FeedId("ais")), places, TrackListener.NOBODY);
  private final Fleet fleet =
      new Fleet(
          TrackTable.MAX_TRACKS,
          CORNER,
          2,
          RandomGeneratorFactory.of("L64X128MixRandom").create(3));

  @Test
  void theColumnsWeighWhatIsStated() {
    assertEquals(ShipTracker.BYTES_PER_SLOT, weight(tracker) / TrackTable.SLOTS);
  }

  @Test
  void twentyThousandTracksEachInAPlaceStayBelowTheStatedMost() {
    for (int i = 0; i < 2 * fleet.size(); i++) {
      tracker.hear(fleet.speak(i * 0.0002), AT.plusMillis(i / 5));
    }
    assertEquals(fleet.size(), tracker.vessels(AT).size());
    long bytes = weight(tracker);
  }

  /** Ships under way far from each other, from which nothing follows. */
  @Test
  void aPositionThatBringsNothingNewLeavesNothingOnTheHeap() {
    var few = new Fleet(500, CORNER, 2, RandomGeneratorFactory.of("L64X128MixRandom").create(4));
    int count = 50_000;
    var messages = new AisMessage[count];
    var times = new Instant[count];
    for (int i = 0; i < count; i++) {
      messages[i] = few.speak(i * 0.02);
      times[i] = AT.plusMillis(i * 20L);
    }
    for (int i = 0; i < count / 2; i++) {
      tracker.hear(messages[i], times[i]);
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int reports = 0;
    for (int i = count / 2; i < count; i++) {
      reports += tracker.hear(messages[i], times[i]).size();
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / (count / 2);
    assertTrue(each <= 8, each + " bytes a message, " + reports + " reports");
  }

  /** Shallow sizes of all that is reachable, with compressed references, 8-byte alignment. */
  private static long weight(Object root) {
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    push(root, seen, open);
    long bytes = 0;
    while (!open.isEmpty()) {
      Object o = open.pop();
      bytes += shallow(o, seen, open);
    }
    return bytes;
  }

  private static void push(Object o, Map<Object, Boolean> seen, Deque<Object> open) {
    boolean shared = o == null || o instanceof Enum<?> || o instanceof Class<?>;
    if (!shared && seen.put(o, true) == null) {
      open.push(o);
    }
  }

  private static long shallow(Object o, Map<Object, Boolean> seen, Deque<Object> open) {
    Class<?> type = o.getClass();
    if (type.isArray()) {
      int length = Array.getLength(o);
      if (!type.getComponentType().isPrimitive()) {
        for (int i = 0; i < length; i++) {
          push(Array.get(o, i), seen, open);
        }
      }
      return aligned(16 + (long) length * size(type.getComponentType()));
    }
    if (o instanceof Collection<?> c) {
      c.forEach(item -> push(item, seen, open));
      return aligned(24) + aligned(16 + 4L * Math.max(10, c.size() * 3L / 2));
    }
    long bytes = 12;
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          bytes += size(field.getType());
          if (!field.getType().isPrimitive() && type.getName().startsWith("nadhir.")) {
            push(value(field, o), seen, open);
          }
        }
      }
    }
    return aligned(bytes);
  }

  private static Object value(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static int size(Class<?> type) {
    return switch (type.getName()) {
      case "long", "double" -> 8;
      case "short", "char" -> 2;
      case "byte", "boolean" -> 1;
      default -> 4; // int, float, references
    };
  }

  private static long aligned(long bytes) {
    return (bytes + 7) / 8 * 8;
  }
}
