package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nadhir.core.json.DomainJson;

/** Follows the event stream on a thread of its own, and checks each event against the contract. */
final class StreamClient implements AutoCloseable {
  /** One event; {@code id} is empty where it has none. */
  record Event(String name, String id, JsonNode data) {}

  private final InputStream in;
  private final Thread reader;
  final HttpResponse<InputStream> response;
  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<String> faults = new CopyOnWriteArrayList<>();
  volatile boolean ended;

  /**
   * @param query behind the address, with its question mark
   */
  StreamClient(ApiClient client, String query, String... headers) {
    var request = client.request("/api/v1/lanes/live/events" + query, headers).GET();
    try {
      response =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    in = response.body();
    reader = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    var witness = new ContractWitness();
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String name = "";
      String id = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            take(witness, new Event(name, id, DomainJson.mapper().readTree(data)));
          }
          name = "";
          id = "";
          data = "";
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    } catch (IOException _) {
      // cut off: that is an end, too
    }
    ended = true;
  }

  private void take(ContractWitness witness, Event event) {
    try {
      switch (event.name()) {
        case "" -> witness.fits("Changes", event.data(), "changes");
        case "tick" -> witness.fits("Tick", event.data(), "tick");
        case "progress" -> witness.fits("ProgressNow", event.data(), "progress");
        case "resync" -> {
          // says all by its name
        }
        default -> faults.add("unknown event " + event.name());
      }
    } catch (AssertionError e) {
      faults.add(e.getMessage());
    }
    events.add(event);
  }

  List<Event> named(String name) {
    return events.stream().filter(e -> e.name().equals(name)).toList();
  }

  /** The numbered ones. */
  List<Event> changes() {
    return named("");
  }

  /** The titles of hazards in the changes, in order. */
  List<String> titles() {
    return changes().stream()
        .flatMap(e -> e.data().get("changes").valueStream())
        .filter(c -> c.get("kind").asText().equals("hazard"))
        .map(c -> c.at("/value/detail/title").asText())
        .toList();
  }

  long last() {
    return Long.parseLong(changes().getLast().id());
  }

  @Override
  public void close() {
    try {
      in.close();
      reader.join();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
