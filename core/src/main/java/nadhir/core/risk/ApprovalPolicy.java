package nadhir.core.risk;

/** Who must agree before an alert goes out. */
public enum ApprovalPolicy {
  /** Issued at once; people are informed. */
  AUTOMATIC,
  /** One person with the approver's role; another is informed. */
  ONE_PERSON,
  /** Two different people: the author or proposer's confirmation, and an approver. */
  TWO_PEOPLE
}
