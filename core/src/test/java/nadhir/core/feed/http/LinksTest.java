package nadhir.core.feed.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.http.Links.Version;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final Version TAGGED = new Version(Optional.of("v1"), Optional.empty());

  private final Links links = new Links();

  private static URI uri(String name) {
    return URI.create("https://hub.example/" + name);
  }

  private void stand(String... names) {
    links.stand(List.of(names).stream().map(LinksTest::uri).toList());
  }

  private String due(int minute) {
    return links.due(START.plus(Duration.ofMinutes(minute)), 3).stream()
        .map(l -> l.getPath().substring(1))
        .collect(Collectors.joining(" "));
  }

  private void read(String name, Version version, int minute) {
    links.read(uri(name), version, START.plus(Duration.ofMinutes(minute)));
  }

  @Test
  void eachIsFetchedOnceInTheOrderOfTheIndexAndSoManyAtATime() {
    stand("a", "b", "c", "d", "a");
    assertEquals("a b c", due(0));
    read("a", Version.NONE, 0);
    read("b", Version.NONE, 0);
    read("c", Version.NONE, 0);
    assertEquals("d", due(5));
    read("d", Version.NONE, 5);
    assertEquals("", due(500));
  }

  @Test
  void whatHasAVersionIsAskedForAgainAfterAWhileBehindWhatIsNew() {
    stand("a", "b");
    read("a", TAGGED, 0);
    read("b", Version.NONE, 0);
    assertEquals("", due(29));
    stand("c", "b", "a");
    assertEquals("c a", due(30));
    assertEquals(TAGGED, links.version(uri("a")));
    links.unchanged(uri("a"), START.plus(Duration.ofMinutes(30)));
    assertEquals(TAGGED, links.version(uri("a")));
    assertEquals("c", due(59));
  }

  @Test
  void whatLeavesTheIndexIsForgottenAndIsNewWhenItComesBack() {
    stand("a", "b");
    read("a", TAGGED, 0);
    stand("b");
    stand("a", "b");
    assertEquals("a b", due(1));
    assertEquals(Version.NONE, links.version(uri("a")));
  }

  @Test
  void ofAnIndexThatBreaksOffNothingIsForgotten() {
    stand("a", "b");
    read("b", Version.NONE, 0);
    links.alsoStand(List.of(uri("c")));
    assertEquals("c a", due(1));
  }

  @Test
  void whatFailsIsTriedAgainAfterOneTwoFourPollsAndSoOn() {
    stand("a");
    List<Integer> tried = new ArrayList<>();
    for (int poll = 0; poll < 300; poll++) {
      if (!due(poll).isEmpty()) {
        tried.add(poll);
        links.failed(uri("a"));
      }
    }
    assertEquals(List.of(0, 1, 3, 7, 15, 31, 63, 127, 191, 255), tried);
    read("a", Version.NONE, 300);
    assertEquals("", due(301));
  }

  @Test
  void nothingIsReadWhileAllThatWasTriedFailed() {
    stand("a", "b");
    assertFalse(links.noneRead());
    links.failed(uri("a"));
    assertTrue(links.noneRead());
    read("b", Version.NONE, 0);
    assertFalse(links.noneRead());
    links.stand(List.of());
    assertFalse(links.noneRead());
  }

  @Test
  void aVeryLongIndexIsRememberedToItsLimit() {
    List<URI> many = new ArrayList<>();
    for (int i = 0; i < Links.MAX_STANDING + 10; i++) {
      many.add(uri("" + i));
    }
    links.stand(many);
    assertEquals(Links.MAX_STANDING, links.size());
  }
}
