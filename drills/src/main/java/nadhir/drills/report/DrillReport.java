package nadhir.drills.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.json.DomainJson;

/**
 * The report of a drill or replay: what was reported, concluded, told and sent. Times are the
 * lane's own. Its JSON is these records, component by component.
 *
 * @param seed 0 in a lane where no drill was started
 * @param alerts one for each revision, in order of proposal
 */
public record DrillReport(
    String lane,
    long seed,
    Instant startedAt,
    Instant endedAt,
    Reports reports,
    List<HazardRow> hazards,
    List<AssessmentRow> assessments,
    List<AlertRow> alerts,
    List<IncidentRow> incidents,
    JournalRow journal) {
  public DrillReport {
    hazards = List.copyOf(hazards);
    assessments = List.copyOf(assessments);
    alerts = List.copyOf(alerts);
    incidents = List.copyOf(incidents);
  }

  /** Reports taken in, and items of the feeds that were rejected, by reason. */
  public record Reports(long accepted, SortedMap<String, Long> rejected) {
    public Reports {
      rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }
  }

  public record HazardRow(
      String id, String type, int revisions, Instant firstReportAt, Instant lastReportAt) {}

  /** A rule fired for a zone, or its level there changed. */
  public record AssessmentRow(String rule, String zone, String level, Instant at) {}

  /**
   * One revision of an alert.
   *
   * @param id {@code alert/revision}
   * @param references the earlier issued revisions of the same alert
   * @param status CAP status: {@code Exercise} in a drill, {@code Actual} in the live lane
   * @param audience recipients told; empty while that is not known
   * @param deliveries by channel; none when it was never issued
   * @param reportToIssueMs from the input that led to the proposal until it was issued
   * @param issueToLastAcceptMs until no recipient was left to be sent to
   */
  public record AlertRow(
      String id,
      List<String> references,
      String msgType,
      String status,
      String level,
      List<String> languages,
      List<String> zones,
      Instant proposedAt,
      Optional<Instant> issuedAt,
      List<String> approvedBy,
      OptionalInt audience,
      SortedMap<String, DeliveryRow> deliveries,
      OptionalLong reportToIssueMs,
      OptionalLong issueToLastAcceptMs) {
    public AlertRow {
      references = List.copyOf(references);
      languages = List.copyOf(languages);
      zones = List.copyOf(zones);
      approvedBy = List.copyOf(approvedBy);
      deliveries = Collections.unmodifiableSortedMap(new TreeMap<>(deliveries));
    }
  }

  /**
   * Recipients of a revision on a channel.
   *
   * @param pending empty while the sending has not ended and nobody has counted
   * @param duplicates messages that the gateway got twice, by its own log
   */
  public record DeliveryRow(
      OptionalInt pending,
      int delivered,
      int sent,
      int failed,
      int unknown,
      int expired,
      int suppressed,
      int duplicates) {}

  public record IncidentRow(
      String id, Instant openedAt, Optional<Instant> closedAt, List<AssignmentRow> assignments) {
    public IncidentRow {
      assignments = List.copyOf(assignments);
    }
  }

  public record AssignmentRow(
      String unit, Instant assignedAt, Optional<Instant> onSceneAt, Optional<Instant> clearAt) {}

  /**
   * The end of the journal.
   *
   * @param head hash of the last entry
   * @param stateHash over the folded state of all desks
   */
  public record JournalRow(long entries, String head, String stateHash) {}

  /** The report as a page of JSON. */
  public String json() {
    try {
      return DomainJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report can always be written", e);
    }
  }

  /** Writes the page to a file, whole or not at all. */
  public void write(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
    try {
      Files.writeString(part, json());
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
