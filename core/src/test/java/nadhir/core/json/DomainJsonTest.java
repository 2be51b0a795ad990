package nadhir.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.command.AlertCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ReportId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainJsonTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:40:00.250Z");

  private static final HazardReport REPORT =
      new HazardReport(
          new ReportId("nwis:Y1/1"),
          new FeedId("gauges"),
          new HazardTypeId("flash-flood"),
          HazardReport.Status.ACTUAL,
          AT,
          AT,
          AT,
          Optional.of(new LatLon(29.69, 35.17)),
          Certainty.OBSERVED,
          new Observation.Water(new GaugeId("Y1"), OptionalDouble.of(1.6), OptionalDouble.empty()),
          List.of(new ReportId("x:1")),
          "وادي اليتم");

  @Test
  void anEntryHasOneFormAndComesBack() {
    var person = new Actor.Person(new PersonRef("ap-1"), List.of(Role.APPROVER, Role.OPERATOR));
    var command =
        new Input.Commanded(
            new CommandId("c-1"), new AlertCommand.Approve(new AlertId("alert-9"), 1));
    var entry = new Entry(10, AT, person, 10, command);
    String json = DomainJson.write(entry);
    assertEquals(
        """
        {"seq":10,"at":"2026-11-20T12:40:00.250Z",\
        "actor":{"type":"Actor.Person","who":"ap-1","roles":["OPERATOR","APPROVER"]},"cause":10,\
        "event":{"type":"Input.Commanded","id":"c-1",\
        "command":{"type":"AlertCommand.Approve","alert":"alert-9","revision":1}}}""",
        json);
    assertEquals(entry, DomainJson.read(json, Entry.class));
  }

  @Test
  void aReportWithEveryKindOfFieldComesBack() {
    String json = DomainJson.write(REPORT);
    assertTrue(json.contains("\"flowM3ps\":null"), json);
    assertEquals(REPORT, DomainJson.read(json, HazardReport.class));
  }

  @Test
  void mapsComeBackSorted() {
    var facts = new TreeMap<>(java.util.Map.of("stage_m", 1.6, "mmi", 6.2));
    var impact = new ZoneImpact(new ZoneId("shamiya"), Optional.of(AT), Optional.empty(), facts);
    String json = DomainJson.write(impact);
    assertTrue(json.indexOf("mmi") < json.indexOf("stage_m"), json);
    assertEquals(impact, DomainJson.read(json, ZoneImpact.class));
  }

  @Test
  void everyKindOfEventAndCommandHasANameOfItsOwn() {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> root :
        List.of(
            Event.class,
            nadhir.core.command.Command.class,
            Observation.class,
            Slot.class,
            Actor.class)) {
      leaves(root, leaves);
    }
    var names = new HashSet<String>();
    for (Class<?> leaf : leaves) {
      assertTrue(leaf.isRecord(), leaf + " must be a record");
      assertTrue(
          names.add(leaf.getEnclosingClass().getSimpleName() + "." + leaf.getSimpleName()),
          leaf + " has the name of another");
    }
    assertTrue(names.size() > 50, "found only " + names);
  }

  private static void leaves(Class<?> type, List<Class<?>> into) {
    if (type.isSealed()) {
      for (Class<?> c : type.getPermittedSubclasses()) {
        leaves(c, into);
      }
    } else {
      into.add(type);
    }
  }

  @Test
  void wordsAreAPlainObject() {
    var words = Words.arEn("الشامية", "Shamiya");
    assertEquals("{\"ar\":\"الشامية\",\"en\":\"Shamiya\"}", DomainJson.write(words));
    assertEquals(words, DomainJson.read("{\"en\":\"Shamiya\",\"ar\":\"الشامية\"}", Words.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\"}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\",\"revision\":null}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\",\"revision\":\"1\"}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\",\"revision\":1,\"x\":1}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\",\"revision\":1,\"revision\":2}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a b\",\"revision\":1}",
        "{\"type\":\"AlertCommand.Launch\",\"alert\":\"a-1\",\"revision\":1}",
        "{\"alert\":\"a-1\",\"revision\":1}",
        "{\"type\":\"AlertCommand.Approve\",\"alert\":\"a-1\",\"revision\":1} {}",
        "null",
        "[]",
        ""
      })
  void whatIsNotExactlyACommandIsMalformed(String json) {
    assertThrows(
        DomainJson.Malformed.class, () -> DomainJson.read(json, nadhir.core.command.Command.class));
  }

  @Test
  void aNumberThatIsNotFiniteIsNeverWritten() {
    var water =
        new Observation.Water(
            new GaugeId("Y1"), OptionalDouble.of(Double.NaN), OptionalDouble.empty());
    assertThrows(IllegalArgumentException.class, () -> DomainJson.write(water));
    var number = new Slot.Number(Double.POSITIVE_INFINITY, 1);
    assertThrows(IllegalArgumentException.class, () -> DomainJson.write(number));
  }
}
