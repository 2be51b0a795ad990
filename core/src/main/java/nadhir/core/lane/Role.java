package nadhir.core.lane;

/** What a person may do. A person can have several roles, but acts as one person. */
public enum Role {
  /** Looks, changes nothing. */
  VIEWER,
  /** Opens hazards, composes and proposes alerts. */
  OPERATOR,
  /** Approves or rejects what somebody else proposed. */
  APPROVER,
  /** Assigns units and moves their state. */
  DISPATCHER,
  /** Prepares and runs drills. */
  COORDINATOR,
  /** Accounts and settings. */
  ADMINISTRATOR
}
