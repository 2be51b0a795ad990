package nadhir.alerting.desk;

import nadhir.core.desk.Outcome;

/** Why the alert desk refuses a command; {@link #key} is the text key and metric label. */
enum Refusal {
  NOT_A_PERSON("Only a signed-in person can do this."),
  MISSING_ROLE("Your role does not allow this."),
  UNKNOWN_ALERT("There is no such alert."),
  STALE_REVISION("There is another revision now: look at it first."),
  NOT_PENDING("This revision does not wait for a decision."),
  OWN_PROPOSAL("Who composed an alert cannot be the second person to agree to it."),
  ALREADY_APPROVED("You have agreed to this revision already; another person must."),
  INCOMPLETE_TEXT("A text has gaps or cannot be sent as it is: compose it by hand."),
  EXPIRED("The alert's life is over."),
  ALREADY_CANCELLED("The alert has been cancelled."),
  NOT_ISSUED("It was never sent."),
  CORRECTION_PENDING("A correction of this alert waits for approval."),
  UNKNOWN_MESSAGE("The site has no such message."),
  WRONG_MESSAGE("This message is for another purpose."),
  EXERCISE_IN_LIVE("This message speaks of an exercise, and this is none."),
  SCOPE_TOO_WIDE("This message may not go to so many."),
  UNKNOWN_LEVEL("The site has no such level."),
  UNKNOWN_ZONE("The site has no such zone."),
  NO_AREA("An alert needs zones or a drawn area."),
  BAD_AREA("The drawn area cannot be used."),
  BAD_DURATION("An alert lives more than 0 and at most 24 hours."),
  MISSING_SLOT("A gap of the message is not filled."),
  NOT_AN_INSTITUTION("Only institutions confirm alerts.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  Outcome outcome() {
    return Outcome.refused(key(), sentence);
  }

  Outcome outcome(String detail) {
    return Outcome.refused(key(), sentence + " (" + detail + ")");
  }
}
