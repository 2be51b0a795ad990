package nadhir.alerting.desk;

import java.util.List;
import nadhir.core.alert.AlertMessage;
import nadhir.core.id.PersonRef;

/** Which institutions an alert is for: a pure function of the site pack. */
@FunctionalInterface
public interface Institutions {
  /** Those who are to confirm this alert, in a fixed order. */
  List<PersonRef> toldBy(AlertMessage message);

  /** For a site whose institutions are not listed: nobody is waited for. */
  static Institutions none() {
    return _ -> List.of();
  }
}
