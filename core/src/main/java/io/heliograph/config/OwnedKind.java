package io.heliograph.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The kinds of work that both our own instrumentation and Micrometer's can record, so that one of
 * the two has to stand back. Immutable.
 */
public enum OwnedKind {
  HTTP_SERVER("http.server"),
  HTTP_CLIENT("http.client"),
  JDBC("jdbc"),
  CONNECTION_POOL("connection-pool"),
  SCHEDULED("scheduled"),
  JVM("jvm");

  private final String text;

  OwnedKind(String text) {
    this.text = text;
  }

  /** Whether that owner records this kind; nobody does where it is switched off. */
  public boolean isOwnedBy(Owner candidate, Settings settings) {
    return settings.get(owner()) == candidate && settings.get(enabled());
  }

  /** Who records what, for people: {@code http.server: heliograph, jdbc: nobody, …}. */
  public static String describe(Settings settings) {
    return Arrays.stream(values())
        .map(kind -> kind.text + ": " + kind.ownerText(settings))
        .collect(Collectors.joining(", "));
  }

  private String ownerText(Settings settings) {
    Owner configured = settings.get(owner());
    return isOwnedBy(configured, settings) ? configured.toString() : "nobody";
  }

  private Setting<Owner> owner() {
    return switch (this) {
      case HTTP_SERVER -> InstrumentationSettings.HTTP_SERVER_OWNER;
      case HTTP_CLIENT -> InstrumentationSettings.HTTP_CLIENT_OWNER;
      case JDBC, CONNECTION_POOL -> InstrumentationSettings.JDBC_OWNER;
      case SCHEDULED -> InstrumentationSettings.SCHEDULED_OWNER;
      case JVM -> InstrumentationSettings.JVM_OWNER;
    };
  }

  private Setting<Boolean> enabled() {
    return switch (this) {
      case HTTP_SERVER -> InstrumentationSettings.HTTP_SERVER_ENABLED;
      case HTTP_CLIENT -> InstrumentationSettings.HTTP_CLIENT_ENABLED;
      case JDBC -> InstrumentationSettings.JDBC_ENABLED;
      case SCHEDULED -> InstrumentationSettings.SCHEDULED_ENABLED;
      case CONNECTION_POOL -> InstrumentationSettings.CONNECTION_POOL_ENABLED;
      case JVM -> JvmSettings.ENABLED;
    };
  }
}
