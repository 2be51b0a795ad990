package nadhir.core.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every sealed interface of Nadhir, and the records below it, a {@code type} property, so
 * that no annotation stands on a domain type.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass annotated, JavaType type) {
    if (!isChoice(type.getRawClass())) {
      return null;
    }
    return new StdTypeResolverBuilder()
        .init(JsonTypeInfo.Id.NAME, null)
        .inclusion(JsonTypeInfo.As.PROPERTY)
        .typeProperty("type");
  }

  @Override
  public List<NamedType> findSubtypes(Annotated annotated) {
    Class<?> raw = annotated.getRawType();
    if (!raw.isSealed()) {
      return null;
    }
    List<NamedType> found = new ArrayList<>();
    collect(raw, found);
    return found;
  }

  @Override
  public String findTypeName(AnnotatedClass annotated) {
    Class<?> raw = annotated.getRawType();
    return isChoice(raw) && raw.isRecord() ? name(raw) : null;
  }

  private static boolean isChoice(Class<?> raw) {
    if (!raw.getName().startsWith("nadhir.")) {
      return false;
    }
    if (raw.isSealed()) {
      return true;
    }
    for (Class<?> i : raw.getInterfaces()) {
      if (raw.isRecord() && i.isSealed()) {
        return true;
      }
    }
    return false;
  }

  private static void collect(Class<?> sealed, List<NamedType> found) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        collect(permitted, found);
      } else {
        found.add(new NamedType(permitted, name(permitted)));
      }
    }
  }

  private static String name(Class<?> raw) {
    Class<?> outer = raw.getEnclosingClass();
    return outer == null ? raw.getSimpleName() : outer.getSimpleName() + "." + raw.getSimpleName();
  }
}
