package nadhir.core.id;

/** A person or institution by reference only; names and numbers lie outside the journal. */
public record PersonRef(String value) implements Id, Comparable<PersonRef> {
  public PersonRef {
    Id.check("PersonRef", value);
  }

  @Override
  public int compareTo(PersonRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
