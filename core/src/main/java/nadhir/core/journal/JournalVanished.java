package nadhir.core.journal;

/**
 * The journal is there no more, or ends before an entry that this node has seen on disk: Redis was
 * emptied or an old copy restored. The watch stops until the journal is restored; nothing ever
 * starts again at zero by itself.
 */
public final class JournalVanished extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalVanished(String message) {
    super(message);
  }
}
