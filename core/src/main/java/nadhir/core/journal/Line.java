package nadhir.core.journal;

/**
 * One entry as it is stored.
 *
 * @param json the entry as one line of JSON, format level and lane included
 * @param hash SHA-256, hex, over the hash of the line before and the bytes of {@code json}
 */
public record Line(long seq, String json, String hash) {}
