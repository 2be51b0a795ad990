package nadhir.core.feed.xml;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An element in memory with all that is inside it.
 *
 * <p>A name without a namespace means a child in this element's own namespace: {@code title} of an
 * RSS item is not {@code media:title}, and {@code cap:event} inside {@code cap:info} is simply
 * {@code event}.
 *
 * @param namespace empty for none
 * @param name without its prefix
 * @param attributes by name; those in a namespace by {@code {namespace}name}
 * @param text the characters directly in the element, as they stand
 */
public record XmlElement(
    String namespace,
    String name,
    SortedMap<String, String> attributes,
    String text,
    List<XmlElement> children) {
  private static final SortedMap<String, String> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  public XmlElement {
    attributes =
        attributes.isEmpty() ? NONE : Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    children = List.copyOf(children);
  }

  public boolean is(String namespace, String name) {
    return this.name.equals(name) && this.namespace.equals(namespace);
  }

  /** The children of that name in this element's namespace, in order. */
  public List<XmlElement> all(String name) {
    return all(namespace, name);
  }

  public List<XmlElement> all(String namespace, String name) {
    return children.stream().filter(c -> c.is(namespace, name)).toList();
  }

  /** The first child of that name in this element's namespace. */
  public Optional<XmlElement> first(String name) {
    return first(namespace, name);
  }

  public Optional<XmlElement> first(String namespace, String name) {
    return children.stream().filter(c -> c.is(namespace, name)).findFirst();
  }

  /** What the first child of that name says, without blanks around it; empty when nothing. */
  public Optional<String> said(String name) {
    return said(namespace, name);
  }

  public Optional<String> said(String namespace, String name) {
    return first(namespace, name).map(c -> c.text().strip()).filter(t -> !t.isEmpty());
  }

  /** An attribute without a namespace, or {@code {namespace}name}. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
