package nadhir.ops.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ZoneId;
import nadhir.core.track.Doubt;
import nadhir.core.track.Vessel;

/**
 * The ships of one lane, as they are followed in memory. Nothing of it is journaled, and it is gone
 * with the member that keeps the watch: the next one begins with an empty sea.
 */
public interface ShipsSeen {
  /** Tracks in one answer. */
  int MAX_TRACKS = 5_000;

  /** A lane that hears no ships. */
  ShipsSeen NONE =
      new ShipsSeen() {
        @Override
        public CompletableFuture<Optional<Page>> seen(Ask ask) {
          return CompletableFuture.completedFuture(
              Optional.of(new Page(Instant.EPOCH, 0, List.of())));
        }

        @Override
        public CompletableFuture<Optional<Passages>> passages(PassagesAsk ask) {
          return CompletableFuture.completedFuture(
              Optional.of(new Passages(Instant.EPOCH, 0, List.of())));
        }

        @Override
        public Losses losses() {
          return new Losses(0, 0);
        }
      };

  /**
   * What is wanted.
   *
   * @param at lane time
   * @param within only those there
   * @param age only those whose last position is not older
   * @param limit beacons and ships in distress go first, then who was heard last
   */
  record Ask(Instant at, Optional<Box> within, Duration age, int limit) {}

  /**
   * One track.
   *
   * @param heardAt lane time of the position
   * @param distress it says that it is in distress: a beacon in use, or navigational status 14
   * @param zones that it is in, in the order in which it entered them
   */
  record Track(
      String mmsi,
      FeedId feed,
      Vessel.Kind kind,
      Optional<String> name,
      LatLon place,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      OptionalInt headingDeg,
      OptionalInt navStatus,
      OptionalInt shipType,
      Instant heardAt,
      Doubt doubt,
      boolean distress,
      List<ZoneId> zones) {
    public Track {
      zones = List.copyOf(zones);
    }
  }

  /**
   * @param at lane time
   * @param total tracks that fit, those included that the limit has left out
   * @param tracks by MMSI
   */
  record Page(Instant at, int total, List<Track> tracks) {
    public Page {
      tracks = List.copyOf(tracks);
    }
  }

  /**
   * Which passages are wanted.
   *
   * @param at lane time
   * @param zone only those of it
   */
  record PassagesAsk(Instant at, Optional<ZoneId> zone) {}

  /** What a ship did at the border of a zone, or in it. */
  enum What {
    ENTERED,
    DWELT,
    LEFT
  }

  /**
   * A ship passed a zone.
   *
   * @param name as far as it is known now
   * @param stayed of one that dwelt or left
   * @param already it was in when it was first heard, or when the zone came to be
   * @param unheard it was not seen to go
   */
  record ShipPassage(
      String mmsi,
      FeedId feed,
      Optional<String> name,
      ZoneId zone,
      What what,
      Instant at,
      Optional<Duration> stayed,
      boolean already,
      boolean unheard) {}

  /**
   * @param at lane time
   * @param gone passages that had to go for newer ones
   * @param passages the newest first
   */
  record Passages(Instant at, long gone, List<ShipPassage> passages) {
    public Passages {
      passages = List.copyOf(passages);
    }
  }

  /** What limits have cost on this member since its start. */
  record Losses(long untold, long pushedOut) {}

  /** Empty when nobody keeps the watch, or its member does not answer. */
  CompletableFuture<Optional<Page>> seen(Ask ask);

  /** Empty as above. */
  CompletableFuture<Optional<Passages>> passages(PassagesAsk ask);

  Losses losses();
}
