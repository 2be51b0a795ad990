package nadhir.core.cap;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.id.AlertId;

/** For lanes that live in one process. */
public final class InMemoryCapStore implements CapStore {
  private record Key(AlertId alert, int revision) {}

  private final ConcurrentHashMap<Key, String> documents = new ConcurrentHashMap<>();

  @Override
  public String keep(AlertId alert, int revision, String xml) {
    String before = documents.putIfAbsent(new Key(alert, revision), xml);
    return before == null ? xml : before;
  }

  @Override
  public Optional<String> find(AlertId alert, int revision) {
    return Optional.ofNullable(documents.get(new Key(alert, revision)));
  }
}
