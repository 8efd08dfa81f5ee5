package io.heliograph.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    return whyNot(candidate, settings) == null;
  }

  /** The setting by which that owner does not record this kind, for people; null if it does. */
  public @Nullable String whyNot(Owner candidate, Settings settings) {
    if (!settings.get(enabled())) {
      return enabled().key() + " is false";
    }
    Owner owner = settings.get(owner());
    return owner == candidate ? null : owner().key() + " is " + owner;
  }

  /** Who records what, for people: {@code heliograph}, {@code micrometer} or {@code nobody}. */
  public static Map<String, String> owners(Settings settings) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (OwnedKind kind : values()) {
      owners.put(kind.text, kind.ownerText(settings));
    }
    return owners;
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
