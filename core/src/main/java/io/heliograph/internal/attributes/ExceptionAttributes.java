package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns an exception into event attributes. An exception whose own methods throw is still recorded,
 * with what could be had of it.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-spans/">Exceptions on
 *     spans</a>
 */
public final class ExceptionAttributes {

  public static final String EVENT_NAME = "exception";

  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private ExceptionAttributes() {}

  /**
   * Collects what is known of it.
   *
   * @param additional the caller's attributes, which win over ours
   */
  public static Attributes of(Throwable thrown, Attributes additional) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(TYPE, typeName(thrown));
    put(attributes, MESSAGE, thrown::getMessage);
    put(attributes, STACKTRACE, () -> stackTrace(thrown));
    return attributes.putAll(additional).build();
  }

  private static String typeName(Throwable thrown) {
    String canonical = thrown.getClass().getCanonicalName();
    return canonical == null ? thrown.getClass().getName() : canonical;
  }

  private static void put(
      AttributesBuilder attributes, AttributeKey<String> key, Supplier<@Nullable String> value) {
    try {
      String text = value.get();
      if (text != null) {
        attributes.put(key, text);
      }
    } catch (Throwable failing) {
      attributes.put(key, "unavailable: " + failing.getClass().getName());
    }
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
