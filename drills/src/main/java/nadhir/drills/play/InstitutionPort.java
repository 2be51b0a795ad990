package nadhir.drills.play;

import java.util.List;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;

/** Which institutions a revision was sent to. */
@FunctionalInterface
public interface InstitutionPort {
  /** In order of their references, the same each time. */
  List<PersonRef> told(AlertId alert, int revision);
}
