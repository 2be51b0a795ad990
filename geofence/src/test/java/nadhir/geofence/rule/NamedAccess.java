package nadhir.geofence.rule;

import org.geotools.filter.expression.PropertyAccessor;
import org.geotools.filter.expression.PropertyAccessorFactory;
import org.geotools.util.factory.Hints;

/** Lets GeoTools read {@link Named} values; found by GeoTools as a service, hence public. */
public final class NamedAccess implements PropertyAccessorFactory {
  private static final PropertyAccessor ACCESSOR = new Accessor();

  @Override
  public PropertyAccessor createPropertyAccessor(
      Class<?> type, String xpath, Class<?> target, Hints hints) {
    return Named.class.equals(type) ? ACCESSOR : null;
  }

  private static final class Accessor implements PropertyAccessor {
    @Override
    public boolean canHandle(Object object, String name, Class<?> target) {
      return object instanceof Named;
    }

    @Override
    public <T> T get(Object object, String name, Class<T> target) {
      Object value = ((Named) object).values().get(name);
      // GeoTools asks for Object or null here and converts by itself.
      return target == null
          ? unchecked(value)
          : target.isInstance(value) ? target.cast(value) : null;
    }

    @SuppressWarnings("unchecked")
    private static <T> T unchecked(Object value) {
      return (T) value;
    }

    @Override
    public <T> void set(Object object, String name, T value, Class<T> target) {
      throw new UnsupportedOperationException("facts do not change");
    }
  }
}
