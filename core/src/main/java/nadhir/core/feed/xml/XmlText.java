package nadhir.core.feed.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * A document's bytes as characters: by its byte order mark, else by what it declares, else UTF-8
 * (XML 1.0, appendix F). Bytes that the encoding does not have are an error, never a question mark.
 */
final class XmlText {
  /** How far the declaration is looked for. */
  private static final int HEAD_BYTES = 200;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  /** What feeds are written in; the names in upper case. */
  private static final Map<String, String> READ =
      Map.ofEntries(
          Map.entry("UTF-8", "UTF-8"),
          Map.entry("UTF8", "UTF-8"),
          Map.entry("US-ASCII", "US-ASCII"),
          Map.entry("ASCII", "US-ASCII"),
          Map.entry("ISO-8859-1", "ISO-8859-1"),
          Map.entry("LATIN1", "ISO-8859-1"),
          Map.entry("ISO-8859-6", "ISO-8859-6"),
          Map.entry("ISO-8859-15", "ISO-8859-15"),
          Map.entry("WINDOWS-1252", "windows-1252"),
          Map.entry("CP1252", "windows-1252"),
          Map.entry("WINDOWS-1256", "windows-1256"),
          Map.entry("CP1256", "windows-1256"));

  private XmlText() {}

  static Reader reader(byte[] raw) throws Refusal {
    if (starts(raw, 0xEF, 0xBB, 0xBF)) {
      return reader(raw, 3, StandardCharsets.UTF_8);
    }
    if (starts(raw, 0xFE, 0xFF)) {
      return reader(raw, 2, StandardCharsets.UTF_16BE);
    }
    if (starts(raw, 0xFF, 0xFE)) {
      return reader(raw, 2, StandardCharsets.UTF_16LE);
    }
    if (starts(raw, 0, '<')) {
      return reader(raw, 0, StandardCharsets.UTF_16BE);
    }
    if (starts(raw, '<', 0)) {
      return reader(raw, 0, StandardCharsets.UTF_16LE);
    }
    return reader(raw, 0, declared(raw));
  }

  private static boolean starts(byte[] raw, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= raw.length || raw[i] != (byte) mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset declared(byte[] raw) throws Refusal {
    int length = Math.min(raw.length, HEAD_BYTES);
    var matcher = DECLARED.matcher(new String(raw, 0, length, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = matcher.group(1);
    return Optional.ofNullable(READ.get(name.toUpperCase(Locale.ROOT)))
        .map(Charset::forName)
        .orElseThrow(
            () ->
                new Refusal(Reason.MALFORMED_XML, "it is not in " + name + ", or not to be read"));
  }

  private static Reader reader(byte[] raw, int from, Charset charset) {
    return new InputStreamReader(
        new ByteArrayInputStream(raw, from, raw.length - from),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
