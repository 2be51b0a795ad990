package nadhir.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.id.Id;
import nadhir.core.site.Words;

/** Ids as plain text, {@code Words} as a plain object, and no number that is not finite. */
final class DomainModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DomainModule() {
    super("nadhir");
    addSerializer(Id.class, new IdWriter());
    addSerializer(Words.class, new WordsWriter());
    addSerializer(Double.class, new FiniteWriter());
    addSerializer(double.class, new FiniteWriter());
    addSerializer(OptionalDouble.class, new OptionalFiniteWriter());
    addDeserializer(Words.class, new WordsReader());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new IdReaders());
  }

  private static final class IdWriter extends JsonSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(id.value());
    }
  }

  private static final class FiniteWriter extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(finite(value));
    }
  }

  private static final class OptionalFiniteWriter extends JsonSerializer<OptionalDouble> {
    @Override
    public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        out.writeNumber(finite(value.getAsDouble()));
      } else {
        out.writeNull();
      }
    }
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number that is not finite cannot be written");
    }
    return value;
  }

  private static final class WordsWriter extends JsonSerializer<Words> {
    @Override
    public void serialize(Words words, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      for (var e : words.byLanguage().entrySet()) {
        out.writeStringField(e.getKey(), e.getValue());
      }
      out.writeEndObject();
    }
  }

  private static final class WordsReader extends JsonDeserializer<Words> {
    @Override
    public Words deserialize(JsonParser in, DeserializationContext context) throws IOException {
      var type =
          context.getTypeFactory().constructMapType(TreeMap.class, String.class, String.class);
      TreeMap<String, String> texts = context.readValue(in, type);
      if (texts.containsValue(null)) {
        context.reportInputMismatch(Words.class, "a text in a language must not be null");
      }
      return new Words(texts);
    }
  }

  private static final class IdReaders extends Deserializers.Base {
    @Override
    public JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription bean) {
      Class<?> raw = type.getRawClass();
      return Id.class.isAssignableFrom(raw) && raw.isRecord()
          ? new IdReader(raw.asSubclass(Id.class))
          : null;
    }
  }

  private static final class IdReader extends JsonDeserializer<Id> {
    private final Constructor<? extends Id> constructor;

    IdReader(Class<? extends Id> type) {
      try {
        this.constructor = type.getDeclaredConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " must be a record of one String", e);
      }
    }

    @Override
    public Id deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return (Id) context.handleUnexpectedToken(constructor.getDeclaringClass(), in);
      }
      try {
        return constructor.newInstance(in.getText());
      } catch (InvocationTargetException e) {
        return (Id)
            context.handleInstantiationProblem(
                constructor.getDeclaringClass(), in.getText(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
