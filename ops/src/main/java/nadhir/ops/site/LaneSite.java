package nadhir.ops.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nadhir.core.amend.SiteDesk;
import nadhir.core.amend.SiteState;
import nadhir.core.amend.SiteState.ZoneAmendment;
import nadhir.core.event.Entry;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.picture.Change;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.core.yaml.Mistake;

/**
 * The site as a lane has it now, for whoever is not a desk: what is shown of it, names in
 * documents. Follows the durable entries; readers get a whole pack, the one before or the one
 * behind a change, and never wait.
 */
public final class LaneSite implements LaneListener, Supplier<SitePack> {
  /**
   * @param texts as consoles read them
   */
  public record Shown(SitePack pack, SiteState changes, SiteTexts texts) {}

  private final SitePack base;
  private final AmendedSite site;
  private final SiteDesk desk;
  private volatile Shown shown;

  public LaneSite(SitePack pack, Lane lane) {
    this.base = pack;
    this.site = new AmendedSite(pack);
    this.desk = new SiteDesk(site, lane);
    this.shown = show();
  }

  /** The pack in force. */
  @Override
  public SitePack get() {
    return shown.pack();
  }

  public Shown shown() {
    return shown;
  }

  /** What would be wrong with the site if the zone were as written there. */
  public List<Mistake> mistakes(ZoneId zone, String geoJson) {
    SiteState changes = shown.changes();
    var changed = new ZoneAmendment(changes.zoneVersion(zone) + 1, Optional.of(geoJson));
    return new AmendedSite(base).faults(changes.withZone(zone.value(), changed));
  }

  @Override
  public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
    List<Entry> ours = entries.stream().filter(e -> e.event() instanceof SiteEvent).toList();
    ours.forEach(desk::fold);
    if (!ours.isEmpty()) {
      shown = show();
    }
  }

  @Override
  public void restored(Desks desks) {
    desks.state(SiteState.class).ifPresent(desk::restore);
    shown = show();
  }

  /** What is durable has been found sound. */
  private Shown show() {
    SiteState changes = desk.snapshot();
    SitePack pack = site.pack(changes).get();
    return new Shown(pack, changes, SiteTexts.of(pack, changes));
  }
}
