package nadhir.core.feed.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that stand in an index, and what is known of each: whether it was read, what its
 * server calls this version of it, how often it failed. What leaves the index is forgotten.
 */
final class Links {
  /** Documents remembered; what stands further down in a longer index is not fetched. */
  static final int MAX_STANDING = 2_000;

  /** A document that its server gives a version is asked for again, to see whether it changed. */
  static final Duration REVISIT = Duration.ofMinutes(30);

  /** A document that fails is left alone for 1, 2, 4 … of these, at most. */
  static final int MAX_POLLS_LEFT_OUT = 64;

  private final Map<URI, State> standing = new LinkedHashMap<>();

  /** What a document of the index names in its turn, while that document stands. */
  private final Map<URI, List<URI>> named = new LinkedHashMap<>();

  /** What a server says of a version. */
  record Version(Optional<String> etag, Optional<String> lastModified) {
    static final Version NONE = new Version(Optional.empty(), Optional.empty());

    private boolean isNone() {
      return equals(NONE);
    }
  }

  /**
   * @param leftOut polls that it still sits out
   */
  private record State(Optional<Instant> readAt, Version version, int failures, int leftOut) {
    static final State NEW = new State(Optional.empty(), Version.NONE, 0, 0);

    boolean isDue(Instant now) {
      return leftOut == 0
          && (readAt.isEmpty()
              || failures > 0
              || !version.isNone() && !now.isBefore(readAt.get().plus(REVISIT)));
    }
  }

  /** The index has been read: these stand in it now, and no others. */
  void stand(List<URI> links) {
    Map<URI, State> now = new LinkedHashMap<>();
    for (URI link : links) {
      add(link, now);
      named.getOrDefault(link, List.of()).forEach(child -> add(child, now));
    }
    standing.clear();
    standing.putAll(now);
    named.keySet().retainAll(now.keySet());
  }

  private void add(URI link, Map<URI, State> to) {
    if (to.size() < MAX_STANDING) {
      to.putIfAbsent(link, standing.getOrDefault(link, State.NEW));
    }
  }

  /**
   * A document of the index names others, such as the detail document of an earthquake its map.
   * What those name is not followed.
   *
   * @return those that were not known before
   */
  List<URI> names(URI document, List<URI> links) {
    boolean ofIndex = named.values().stream().noneMatch(l -> l.contains(document));
    if (!standing.containsKey(document) || !ofIndex || links.isEmpty()) {
      return List.of();
    }
    List<URI> unknown = links.stream().filter(l -> !standing.containsKey(l)).distinct().toList();
    named.put(document, List.copyOf(links));
    unknown.forEach(link -> add(link, standing));
    return unknown.stream().filter(standing::containsKey).toList();
  }

  /** The index broke off: these stand in it, and perhaps others that it had before. */
  void alsoStand(List<URI> links) {
    List<URI> all = new ArrayList<>(links);
    all.addAll(standing.keySet());
    stand(all);
  }

  /** What to fetch now: what was never read first, in the order of the index; then what changes. */
  List<URI> due(Instant now, int most) {
    List<URI> due = new ArrayList<>();
    standing.replaceAll(
        (link, s) -> {
          if (s.isDue(now)) {
            due.add(link);
          }
          return new State(s.readAt, s.version, s.failures, Math.max(0, s.leftOut - 1));
        });
    due.sort(Comparator.comparing(link -> standing.get(link).readAt.orElse(Instant.MIN)));
    return due.subList(0, Math.min(most, due.size()));
  }

  /** What the server called the version that was read. */
  Version version(URI link) {
    return standing.getOrDefault(link, State.NEW).version;
  }

  void read(URI link, Version version, Instant at) {
    standing.computeIfPresent(link, (_, _) -> new State(Optional.of(at), version, 0, 0));
  }

  /** The server says that it has not changed. */
  void unchanged(URI link, Instant at) {
    read(link, version(link), at);
  }

  void failed(URI link) {
    standing.computeIfPresent(
        link,
        (_, s) -> {
          int leftOut = Math.min(MAX_POLLS_LEFT_OUT, 1 << Math.min(s.failures, 10));
          return new State(s.readAt, s.version, s.failures + 1, leftOut - 1);
        });
  }

  /** There are documents, some failed, and none was ever read: the index alone says nothing. */
  boolean noneRead() {
    return standing.values().stream().anyMatch(s -> s.failures > 0)
        && standing.values().stream().allMatch(s -> s.readAt.isEmpty());
  }

  int size() {
    return standing.size();
  }
}
