package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleFilesTest {
  private static final String INDEX = "<!doctype html><title>console</title>";
  private static final String SCRIPT = "console.log(1);\n".repeat(500);

  @TempDir private Path folder;
  private Vertx vertx;
  private int port;

  @BeforeEach
  void write() throws IOException {
    Path web = folder.resolve("classes/web/console");
    Files.createDirectories(web.resolve("assets"));
    Files.writeString(web.resolve("index.html"), INDEX);
    Files.writeString(web.resolve("assets/index-a1b2.js"), SCRIPT);
    Files.writeString(folder.resolve("classes/secret.txt"), "secret");
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void serve(ConsoleFiles files) {
    Router router = Router.router(vertx);
    Failures.mount(router);
    router.get().handler(Handling.by(files::serve));
    router.head().handler(Handling.by(files::serve));
    port =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  private void serve(Path classPath) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
      serve(ConsoleFiles.load(loader));
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void pagesOfTheApplicationAreTheIndex() throws Exception {
    serve(folder.resolve("classes/"));
    for (String page : new String[] {"/", "/phones", "/sign-in", "/?x=1"}) {
      var got = get(page);
      assertEquals(200, got.statusCode(), page);
      assertEquals(INDEX, text(got), page);
      assertEquals("no-cache", header(got, "Cache-Control"), page);
      assertEquals("text/html; charset=utf-8", header(got, "Content-Type"), page);
    }
  }

  @Test
  void aFileThatIsNotThereIsNotTheIndex() throws Exception {
    serve(folder.resolve("classes/"));
    for (String path :
        new String[] {
          "/a/b/c", "/assets/old-1.js", "/secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt"
        }) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void namesWithADigestAreKeptForEverAndSentSmall() throws Exception {
    serve(folder.resolve("classes/"));
    var plain = get("/assets/index-a1b2.js");
    assertEquals(SCRIPT, text(plain));
    assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
    var small = get("/assets/index-a1b2.js", "Accept-Encoding", "gzip, br");
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertTrue(small.body().length < SCRIPT.length() / 5);
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes();
    assertArrayEquals(plain.body(), unpacked);
    assertEquals("Accept-Encoding", header(small, "Vary"));
  }

  @Test
  void whatTheBrowserHasAlreadyIsNotSentAgain() throws Exception {
    serve(folder.resolve("classes/"));
    String etag = header(get("/"), "ETag");
    var again = get("/", "If-None-Match", etag);
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(200, get("/", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void theFilesAreFoundInsideAJarToo() throws Exception {
    Path jar = folder.resolve("ops.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("web/console/"));
      out.putNextEntry(new ZipEntry("web/console/index.html"));
      out.write(HouseForTests.utf8(INDEX));
      out.putNextEntry(new ZipEntry("secret.txt"));
      out.write(HouseForTests.utf8("secret"));
    }
    serve(jar);
    assertEquals(INDEX, text(get("/phones")));
    assertEquals(404, get("/secret.txt").statusCode());
  }

  @Test
  void withoutABuiltConsoleThePersonIsTold() throws Exception {
    serve(Files.createDirectory(folder.resolve("empty")));
    var got = get("/");
    assertEquals(404, got.statusCode());
    assertTrue(text(got).contains("The console was not built into this program."), text(got));
  }
}
