package nadhir.alerting.audience;

import java.util.List;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.Subscriber;
import nadhir.core.id.PersonRef;

/** Finds subscribers of one partition, always in order of reference. */
public interface AudienceIndex {
  /** Of the register that the answers come from. */
  long registryRevision();

  List<Subscriber> inside(int partition, AreaLocator area);

  /** Those who stand on any of the lists, wherever they are. */
  List<Subscriber> listed(int partition, List<String> lists);

  /** Those of {@code refs} that are still in the register. */
  List<Subscriber> byRef(int partition, List<PersonRef> refs);
}
