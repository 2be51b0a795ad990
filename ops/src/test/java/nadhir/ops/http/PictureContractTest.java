package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.picture.Change;
import nadhir.core.picture.Picture;
import nadhir.core.sim.SampleValues;
import org.junit.jupiter.api.Test;

/** Whatever happens in the house, the picture that comes of it is as the contract says. */
class PictureContractTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:40:00Z");
  private final ContractWitness witness = new ContractWitness();
  private final Picture picture = new Picture();
  private final List<Change> changes = new ArrayList<>();

  /** Every kind of event with made-up values, all about the same things. */
  private void foldEverything() {
    long seq = 1;
    for (Event event : new SampleValues().of(Event.class)) {
      String aboutOne =
          DomainJson.write(event)
              .replaceAll("\"([a-z]+id)-\\d+\"", "\"$1-1\"")
              .replaceAll("\"revision\":\\d+", "\"revision\":1")
              .replaceAll("\"decimals\":\\d+", "\"decimals\":1");
      Event made = DomainJson.read(aboutOne, Event.class);
      changes.addAll(picture.fold(new Entry(seq, AT, new Actor.House("watch"), seq, made)));
      seq++;
    }
  }

  @Test
  void everyObjectOfEveryKindFitsItsSchema() {
    foldEverything();
    Set<String> known = new TreeSet<>();
    properties().fieldNames().forEachRemaining(known::add);
    Set<String> seen = new TreeSet<>();
    changes.forEach(c -> seen.add(c.kind()));
    known.remove("progress");
    assertEquals(known, seen, "the kinds of the picture and of the contract");
    var whole = picture.snapshot().put("lane", "live");
    witness.fits("Picture", whole, "picture");
  }

  @Test
  void everyChangeFitsItsSchema() {
    foldEverything();
    for (Change change : changes) {
      witness.fits("Change", DomainJson.tree(change), change.kind());
      change
          .value()
          .ifPresent(
              value -> {
                String ref =
                    properties()
                        .at("/" + change.kind() + "/additionalProperties/$ref")
                        .asText()
                        .replaceFirst(".*/", "");
                witness.fits(ref, value, change.kind());
              });
    }
  }

  private JsonNode properties() {
    return witness.contract.document().at("/components/schemas/PictureObjects/properties");
  }
}
