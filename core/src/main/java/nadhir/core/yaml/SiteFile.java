package nadhir.core.yaml;

/**
 * One file of a site pack, read already.
 *
 * @param name as a person knows it, relative to the pack: {@code rules.yaml}
 */
public record SiteFile(String name, String text) {}
