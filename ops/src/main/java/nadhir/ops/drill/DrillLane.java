package nadhir.ops.drill;

import java.util.List;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.desk.AlertState;
import nadhir.alerting.desk.Institutions;
import nadhir.core.event.Entry;
import nadhir.core.lane.Lane;
import nadhir.core.picture.Change;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.ops.site.LaneDesks;
import nadhir.ops.site.LaneSite;
import nadhir.ops.site.SitePack;

/** What a drill lane is made of: its desks, its book of issued alerts, its ways out. */
public record DrillLane(
    SitePack pack,
    Lane.Drill lane,
    Institutions told,
    AlertBook book,
    LaneSite site,
    DrillChannels channels)
    implements LaneListener {
  Desks desks() {
    return LaneDesks.of(pack, lane, told);
  }

  @Override
  public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
    site.durable(entries, changes, view);
    entries.forEach(book::fold);
  }

  @Override
  public void restored(Desks desks) {
    site.restored(desks);
    desks.state(AlertState.class).ifPresent(book::restore);
  }
}
