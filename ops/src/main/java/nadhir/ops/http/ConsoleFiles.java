package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The console's files, read from the class path into memory at start, compressed once. Only what
 * was there then is served, so no path can lead elsewhere. An address without a file of its own is
 * a page of the application and gets {@code index.html}.
 */
final class ConsoleFiles {
  static final String FOLDER = "web/console";

  /** More than this in one application is a mistake of the build. */
  static final long MAX_BYTES = 64_000_000;

  /** Vite puts a digest of the content into the names below this folder. */
  private static final String HASHED = "/assets/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("pbf", "application/x-protobuf"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private record WebFile(String type, Buffer plain, Optional<Buffer> gzip, String etag) {}

  private final Map<String, WebFile> files;

  private ConsoleFiles(Map<String, WebFile> files) {
    this.files = files;
  }

  /** Reads {@link #FOLDER}; nothing is served where the console was not built. */
  static ConsoleFiles load(ClassLoader loader) {
    URL folder = loader.getResource(FOLDER);
    if (folder == null) {
      return new ConsoleFiles(Map.of());
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new ConsoleFiles(read(Path.of(uri)));
      }
      try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
        return new ConsoleFiles(read(jar.getPath("/" + FOLDER)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the console's files cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, WebFile> read(Path folder) throws IOException {
    Map<String, WebFile> files = new HashMap<>();
    long total = 0;
    try (var walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(path);
        total += bytes.length;
        if (total > MAX_BYTES) {
          throw new IOException("more than " + MAX_BYTES + " bytes in " + FOLDER);
        }
        String name = "/" + folder.relativize(path).toString().replace('\\', '/');
        files.put(name, file(name, bytes));
      }
    }
    return files;
  }

  private static WebFile file(String name, byte[] bytes) throws IOException {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    byte[] small = gzip(bytes);
    // fonts and pictures are compressed already
    Optional<Buffer> gzip =
        small.length < bytes.length * 9L / 10
            ? Optional.of(Buffer.buffer(small))
            : Optional.empty();
    return new WebFile(
        TYPES.getOrDefault(ending, "application/octet-stream"),
        Buffer.buffer(bytes),
        gzip,
        "\"" + sha256(bytes).substring(0, 32) + "\"");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A page of the application is one word: {@code /phones}; what lies deeper or has an ending is
   * none.
   */
  Future<Void> serve(RoutingContext request) {
    String path = request.normalizedPath();
    WebFile file = files.get(path);
    boolean page = path.lastIndexOf('/') == 0 && !path.contains(".");
    if (file == null && page) {
      file = files.get("/index.html");
    }
    if (file == null) {
      throw Problem.of(404, "not-found", notFound(page)).stop();
    }
    var response =
        request
            .response()
            .putHeader(HttpHeaders.ETAG, file.etag)
            .putHeader(HttpHeaders.VARY, "Accept-Encoding")
            .putHeader(
                HttpHeaders.CACHE_CONTROL,
                path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.etag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return response.setStatusCode(304).end();
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type);
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (file.gzip.isPresent() && accepted != null && accepted.contains("gzip")) {
      return response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(file.gzip.get());
    }
    return response.end(file.plain);
  }

  private String notFound(boolean page) {
    return page && files.isEmpty()
        ? "The console was not built into this program."
        : "There is nothing at this address.";
  }
}
