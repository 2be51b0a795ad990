package nadhir.alerting.channel.sim;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import nadhir.core.sim.Samples;

/**
 * Twilio as its own OpenAPI document describes it, served by Prism: what fits the contract gets the
 * document's example answer, what breaks it gets 422 with the reasons, what does not sign in 401.
 *
 * <p>The contract is loose in places: it neither bounds {@code ValidityPeriod} nor forbids fields
 * that it does not know. Compare the names with {@link #contract()} for the latter. Prism itself
 * takes any name and password, but no password with a colon in it, though RFC 7617 allows that.
 */
public final class PrismServer implements AutoCloseable {
  private final NodeServer server;
  private final Path contract;

  private PrismServer(NodeServer server, Path contract) {
    this.server = server;
    this.contract = contract;
  }

  public static PrismServer start() {
    Path contract = Samples.sample("outbound/twilio_api_v2010.json");
    var prism = NodeModules.file("node_modules/@stoplight/prism-cli/dist/index.js").toString();
    var server =
        NodeServer.start(
            "prism",
            port ->
                List.of(
                    prism,
                    "mock",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--errors",
                    contract.toString()),
            HttpRequest::newBuilder);
    return new PrismServer(server, contract);
  }

  public URI address() {
    return server.address();
  }

  /** The OpenAPI document that it serves. */
  public Path contract() {
    return contract;
  }

  @Override
  public void close() {
    server.close();
  }
}
