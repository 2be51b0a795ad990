package nadhir.core.fusion;

import java.util.Locale;

/** Why a report changes nothing; the key stands in the journal. */
enum WhyIgnored {
  /** A test of the source's equipment. */
  TEST,
  /** The site does not list the hazard type. */
  UNKNOWN_TYPE,
  /** Says what is known already. */
  REPEATED,
  /** An older version of what is known already. */
  OLDER_THAN_KNOWN,
  /** A new version that differs in nothing that is shown. */
  NOTHING_NEW,
  /** Its id belongs to something else: a warning became an earthquake. */
  OF_ANOTHER_KIND,
  /** People felt something; kept, in case a quake comes that explains it. */
  NO_QUAKE_YET,
  /** Takes back what was never heard; remembered, in case the original comes later. */
  WITHDRAWS_NOTHING_KNOWN,
  /** Speaks of a hazard that is over. */
  HAZARD_ENDED,
  /** Happened longer ago than its type stays active. */
  TOO_OLD,
  NO_PLACE,
  /** Neither measures nor takes back anything. */
  EMPTY,
  /** {@link HazardDesk#MAX_HAZARDS} or {@link HazardDesk#MAX_SOLUTIONS} is reached. */
  TOO_MANY,
  UNKNOWN_GAUGE,
  /** A value that the gauge cannot measure. */
  OUT_OF_RANGE,
  /** A change faster than water or rain can; taken when the next value says so, too. */
  JUMPED,
  /** A reading or signal cannot be taken back; the next one corrects it. */
  NOT_WITHDRAWABLE,
  /** The beacon goes on shortly after a person ended its hazard. */
  RECENTLY_ENDED;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
