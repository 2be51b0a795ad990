package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

class TrackTableTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private final List<Integer> forgotten = new ArrayList<>();
  private final TrackTable table = new TrackTable(this::forget);

  private void forget(int slot) {
    forgotten.add(table.mmsi(slot));
  }

  @Test
  void beyondItsLimitTheOneSilentLongestGoes() {
    for (int i = 0; i < TrackTable.MAX_TRACKS; i++) {
      table.hear(201_000_000 + i * 7_919, i);
    }
    assertEquals(List.of(), forgotten, "partitions hold what is spread evenly");
    table.hear(201_000_000, 50_000);
    table.hear(999_000_001, 50_001);
    table.hear(999_000_002, 50_002);
    assertEquals(List.of(201_000_000 + 7_919, 201_000_000 + 2 * 7_919), forgotten);
    assertEquals(TrackTable.MAX_TRACKS, table.size());
    assertTrue(table.find(201_000_000) >= 0);
    assertFalse(table.find(201_000_000 + 7_919) >= 0);
  }

  @Test
  void whoInventsNumbersForOnePartitionPushesOutNobodyElse() {
    int victim = 438_000_001;
    table.hear(victim, 0);
    int made = 0;
    for (int mmsi = 500_000_000; made < 5_000; mmsi++) {
      if (TrackTable.partitionOf(mmsi) != TrackTable.partitionOf(victim)
          && TrackTable.partitionOf(mmsi) == 3) {
        table.hear(mmsi, made++);
      }
    }
    assertTrue(table.find(victim) >= 0);
    assertEquals(5_000 - Partition.SLOTS, forgotten.size());
    assertEquals(Partition.SLOTS + 1, table.size());
  }

  /** Stated for ever: what is spread over members by it must fall to the same one. */
  @Test
  void thePartitionOfAnMmsiNeverChanges() {
    int[] found = {438_000_001, 438_000_002, 201_123_456, 970_000_001, 0};
    List<Integer> partitions = new ArrayList<>();
    for (int mmsi : found) {
      partitions.add(TrackTable.partitionOf(mmsi));
    }
    assertEquals(List.of(11, 3, 15, 2, 0), partitions);
  }

  @Test
  void theSilentAreGivenOnceAndOnceMoreWhenTheyWereHeardBetween() {
    table.hear(1, 0);
    table.hear(2, 10);
    table.hear(3, 20);
    assertEquals(List.of(1, 2), silent(15));
    assertEquals(List.of(), silent(15));
    table.hear(1, 30);
    assertEquals(List.of(3, 1), silent(40));
    table.hear(4, 50);
    assertEquals(List.of(4), silent(60));
  }

  private List<Integer> silent(long beforeMs) {
    List<Integer> silent = new ArrayList<>();
    for (int s = table.nextSilent(beforeMs); s >= 0; s = table.nextSilent(beforeMs)) {
      silent.add(table.mmsi(s));
    }
    return silent;
  }

  @Test
  void aVesselIsWhatWasHeardOfIt() {
    int slot = table.hear(438_000_001, 0);
    table.name(slot, "DEMO BOX");
    table.name(slot, "A NAME OF MORE THAN TWENTY LETTERS");
    table.shipType(slot, 255);
    table.place(slot, fix(438_000_001, 29.4, 34.9), Doubt.NONE);
    assertEquals(
        new Vessel(
            "438000001",
            Vessel.Kind.CLASS_A,
            Optional.of("A NAME OF MORE THAN "),
            new LatLon(29.4, 34.9),
            OptionalDouble.of(190.5),
            OptionalDouble.empty(),
            OptionalInt.of(180),
            OptionalInt.of(5),
            OptionalInt.of(255),
            AT,
            Doubt.NONE),
        table.vessel(slot));
  }

  /** The writer keeps latitude and longitude equal; whoever sees them differ saw half a row. */
  @Test
  void readersSeeWholeRowsWhileOneWrites() {
    var stop = new AtomicBoolean();
    int ships = 500;
    for (int i = 0; i < ships; i++) {
      table.place(table.hear(201_000_000 + i, 0), fix(201_000_000 + i, 0, 0), Doubt.NONE);
    }
    var reader =
        CompletableFuture.supplyAsync(
            () -> {
              int seen = 0;
              while (!stop.get() || seen == 0) {
                for (Vessel v : table.since(Instant.EPOCH)) {
                  assertEquals(v.place().latDeg(), v.place().lonDeg());
                  seen++;
                }
              }
              return seen;
            });
    for (int round = 1; round <= 2_000; round++) {
      for (int i = 0; i < ships; i++) {
        int mmsi = 201_000_000 + i;
        double deg = (round * 31 + i) % 90;
        table.place(table.hear(mmsi, round), fix(mmsi, deg, deg), Doubt.NONE);
      }
    }
    stop.set(true);
    assertTrue(reader.join() >= ships);
  }

  private static Fix fix(int mmsi, double latDeg, double lonDeg) {
    var fix = new Fix();
    var position =
        new AisMessage.Position(
            1,
            Mmsi.text(mmsi),
            Optional.of(new LatLon(latDeg, lonDeg)),
            OptionalDouble.of(190.5),
            OptionalDouble.empty(),
            OptionalInt.of(180),
            OptionalInt.of(5),
            Optional.empty());
    fix.take(mmsi, position, AT, AT.toEpochMilli());
    return fix;
  }
}
