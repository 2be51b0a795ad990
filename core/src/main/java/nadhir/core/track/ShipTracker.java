package nadhir.core.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.report.HazardReport;

/**
 * All ships of one connection in one lane. Takes in what is heard, on lane time, and gives the
 * reports that follow from it: distress, ships in trouble, ships about to meet, positions that
 * cannot be believed. Equal messages at equal times give equal reports.
 *
 * <pre>{@code
 * var tracker = new ShipTracker(TrackSettings.of(feed), places, listener);
 * for (HazardReport report : tracker.hear(message, laneTime)) { … }
 * }</pre>
 *
 * <p>One thread at a time hears; {@link #vesselsNear} and {@link #vessels} can be asked from any,
 * and do not stop it. A position that brings nothing new leaves nothing behind on the heap.
 *
 * <p><b>Memory.</b> All columns are made at once and take {@value #BYTES_PER_SLOT} bytes for each
 * of {@link TrackTable#SLOTS} slots, 6.9 MB. With {@link TrackTable#MAX_TRACKS} tracks, each of
 * them in one place, a tracker takes at most {@value #MOST_BYTES} bytes, 600 a track; each further
 * place that a ship is in takes 90 more.
 */
public final class ShipTracker implements Lookout {
  static final int BYTES_PER_SLOT = 279;
  static final long MOST_BYTES = 12_000_000;

  /** How often the silent and what is over are looked for. */
  static final long SWEEP_MS = 10_000;

  private final TrackTable table = new TrackTable(this::forget);
  private final Teller teller = new Teller(table);
  private final Crowds crowds = new Crowds(table);
  private final Plausibility plausibility = new Plausibility(table, crowds);
  private final Episodes episodes = new Episodes(teller);
  private final Troubles troubles = new Troubles(episodes);
  private final Presence[] presences = new Presence[TrackTable.SLOTS];
  private final Fix fix = new Fix();
  private final CollisionWatch collisions;
  private final DistressTracker distress;
  private final TrackSettings settings;
  private final TrackListener listener;
  private volatile Sea told;
  private Sea sea;
  private Instant now = Instant.MIN;
  private long nowMs;
  private long nextSweepMs = Long.MIN_VALUE;

  public ShipTracker(TrackSettings settings, Places places, TrackListener listener) {
    this.settings = settings;
    this.sea = new Sea(places, settings.points());
    this.told = sea;
    this.listener = listener;
    this.collisions = new CollisionWatch(table, teller, settings.points());
    this.distress = new DistressTracker(settings.feed());
  }

  /**
   * Takes one message in.
   *
   * @param at lane time; one before the last counts as the last
   */
  @Override
  public List<HazardReport> hear(AisMessage message, Instant at) {
    begin(at);
    int sender = Mmsi.number(message.mmsi());
    if (sender == Mmsi.NONE) {
      return reports(Optional.empty());
    }
    switch (message) {
      case AisMessage.Position p -> position(sender, p);
      case AisMessage.Static s -> known(sender, s);
      case AisMessage.Aid a -> aid(sender, a);
      case AisMessage.Station _, AisMessage.SafetyText _, AisMessage.Other _ -> {}
    }
    return reports(distress.hear(message, now, table));
  }

  /** What does not move. */
  private record Sea(Places places, List<FixedPoint> points) {}

  /**
   * From the next message on, ships are held against these fixed points, and each ship from its
   * next position on against these places. From any thread.
   *
   * @param points at most {@link TrackSettings#MAX_POINTS}
   */
  public void watch(Places places, List<FixedPoint> points) {
    told = new Sea(places, settings.with(points).points());
  }

  /**
   * Ships and aircraft within {@code radiusM} of a place, nearest first, heard in the last 15
   * minutes. From any thread.
   */
  public List<Vessel> vesselsNear(LatLon place, double radiusM, Instant at) {
    return table.near(place, radiusM, at).stream().filter(v -> moves(v.kind())).toList();
  }

  private static boolean moves(Vessel.Kind kind) {
    return switch (kind) {
      case CLASS_A, CLASS_B, AIRCRAFT -> true;
      case AID, BEACON, STATION -> false;
    };
  }

  /** All that gave a position since {@code at}, beacons and buoys too, by MMSI. From any thread. */
  public List<Vessel> vessels(Instant at) {
    return table.since(at);
  }

  /**
   * Beginnings that were not told, and pairs not looked at, because of a limit. From any thread.
   */
  public long untold() {
    return episodes.untold() + collisions.untold();
  }

  /** Ships that were forgotten because there are too many. From any thread. */
  public long pushedOut() {
    return table.pushedOut();
  }

  /** What the last message led to. */
  List<Conclusion> said() {
    return teller.said();
  }

  private void begin(Instant at) {
    if (at.isAfter(now)) {
      now = at;
      nowMs = at.toEpochMilli();
    }
    teller.begin(now);
    if (sea != told) {
      sea = told;
      collisions.watch(sea.points());
    }
    if (nowMs >= nextSweepMs) {
      nextSweepMs = nowMs + SWEEP_MS;
      collisions.sweep(nowMs);
      long silentMs = nowMs - TrackTable.FRESH.toMillis();
      for (int slot = table.nextSilent(silentMs); slot >= 0; slot = table.nextSilent(silentMs)) {
        silent(slot);
      }
    }
  }

  private void known(int sender, AisMessage.Static s) {
    int slot = table.hear(sender, nowMs);
    if (s.name().isPresent()) {
      table.name(slot, s.name().get());
    }
    if (s.shipType().isPresent()) {
      table.shipType(slot, s.shipType().getAsInt());
    }
  }

  /** Only under an MMSI of what lies fixed: a ship cannot be moved by being called a buoy. */
  private void aid(int sender, AisMessage.Aid a) {
    if (Mmsi.isAid(sender) && a.place().isPresent() && !Fix.isNowhere(a.place().get())) {
      int slot = table.hear(sender, nowMs);
      table.name(slot, a.name());
      fix.take(sender, a, a.place().get(), now, nowMs);
      table.place(slot, fix, Doubt.NONE);
    }
  }

  private void position(int sender, AisMessage.Position p) {
    int slot = table.hear(sender, nowMs);
    if (p.name().isPresent()) {
      table.name(slot, p.name().get());
    }
    Craft craft = table.craft(slot);
    fix.take(sender, p, now, nowMs);
    if (fix.speedMps > craft.mostMps) {
      fix.speedMps = Double.NaN;
    }
    Plausibility.Verdict verdict = plausibility.judge(slot, fix);
    Doubt doubt = plausibility.doubt();
    switch (verdict) {
      case MOVES, MOVES_IN_DOUBT -> table.place(slot, fix, doubt);
      case HELD -> table.doubt(slot, doubt);
    }
    if (table.isPlaced(slot) && craft.isVessel()) {
      troubles.judged(slot, fix, doubt);
      if (doubt == Doubt.NONE) {
        believed(slot, craft);
      } else {
        collisions.lost(slot);
      }
    }
  }

  private void believed(int slot, Craft craft) {
    if (presences[slot] == null) {
      presences[slot] = new Presence(settings.dwells());
    }
    Presence presence = presences[slot];
    pass(slot, presence.moved(sea.places(), fix.place.get(), now));
    troubles.moved(slot, fix, craft, presence.guarded());
    collisions.moved(slot, fix, craft);
  }

  private void pass(int slot, List<Passage> passages) {
    if (!passages.isEmpty()) {
      String mmsi = Mmsi.text(table.mmsi(slot));
      passages.forEach(passage -> listener.passed(mmsi, passage));
    }
  }

  private void silent(int slot) {
    if (presences[slot] != null) {
      pass(slot, presences[slot].unheard(now));
    }
    troubles.forget(slot);
    collisions.lost(slot);
    crowds.leave(slot);
  }

  private void forget(int slot) {
    silent(slot);
    collisions.forget(slot);
    plausibility.forget(slot);
    presences[slot] = null;
  }

  private List<HazardReport> reports(Optional<HazardReport> inDistress) {
    if (teller.said().isEmpty() && inDistress.isEmpty()) {
      return List.of();
    }
    List<HazardReport> reports = new ArrayList<>();
    inDistress.ifPresent(reports::add);
    for (Conclusion conclusion : teller.said()) {
      reports.add(ConclusionReports.of(settings.feed(), conclusion));
    }
    return reports;
  }
}
