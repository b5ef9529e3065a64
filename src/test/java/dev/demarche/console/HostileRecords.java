package dev.demarche.console;

import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Span;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records whose every text is hostile: made of their components, whichever they are. */
final class HostileRecords {
  /** Ends an attribute and an element, and begins a script; behind it, an address that is one, and a line that would be a header or a field of an event. */
  static final String TEXT = "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>\r\nX-Evil: 1\r\n\r\n<marquee>";
  static final String ADDRESS = "javascript:alert(1)//http://x";
  static final Instant AT = Instant.parse("2025-05-13T12:00:00Z");
  private static final int DEEPEST = 14;

  private final int variant;

  private HostileRecords(int variant) {
    this.variant = variant;
  }

  /** The value type of a shelf. */
  static Class<?> type(Shelves<?> shelf) {
    try {
      for (Field field : Shelves.class.getFields()) {
        if (field.get(null) == shelf) {
          return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalArgumentException("no constant " + shelf);
  }

  /** A record of {@code type}. */
  static <T> T of(Class<T> type) {
    return of(type, 0);
  }

  /** Another, with other constants of enums and another id. */
  static <T> T of(Class<T> type, int variant) {
    return type.cast(new HostileRecords(variant).make(type, "", 0));
  }

  /** What stands for the id of a record. */
  static String id(int variant) {
    return TEXT + (variant == 0 ? "" : variant);
  }

  private Object make(Type type, String name, int depth) {
    if (type instanceof ParameterizedType generic) {
      return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), name, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return name.matches("url|address") ? ADDRESS : name.equals("fingerprint") ? null : name.equals("id") ? id(variant) : TEXT;
    } else if (plain == int.class || plain == Integer.class) {
      return name.equals("end") ? TEXT.length() : name.equals("least") ? 2 : name.equals("polarity") || name.matches(".*[rR]evision|.*[vV]ersion|.*[cC]ount|reports|publishers") ? 1 : 0;
    } else if (plain == long.class || plain == Long.class) {
      return 1L;
    } else if (plain == double.class || plain == Double.class) {
      return 0.5;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain == Instant.class) {
      return name.matches("until|to") ? AT.plus(Duration.ofDays(1)) : AT;
    } else if (plain == LocalDate.class) {
      return LocalDate.of(2025, 5, 13);
    } else if (plain == Duration.class) {
      return Duration.ofHours(1);
    } else if (plain == Span.class) {
      return new Span(0, TEXT.length(), TEXT);
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[variant % plain.getEnumConstants().length];
    }
    return plain.isRecord() && depth < DEEPEST ? record(plain, depth) : null;
  }

  private Object many(Class<?> raw, Type[] of, String name, int depth) {
    if (Map.class.isAssignableFrom(raw)) {
      Object value = depth < DEEPEST ? make(of[1], name, depth + 1) : null;
      return value == null ? new TreeMap<>() : new TreeMap<>(Map.of(make(of[0], name, depth + 1), value));
    }
    Object one = depth < DEEPEST ? make(of[0], name, depth + 1) : null;
    return raw == Set.class ? one == null ? Set.of() : Set.of(one) : one == null ? List.of() : List.of(one);
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = Arrays.stream(components).map(each -> make(each.getGenericType(), each.getName(), depth + 1)).toArray();
    try {
      Constructor<?> made = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName() + Arrays.toString(values) + ": " + e.getCause(), e);
    }
  }
}
