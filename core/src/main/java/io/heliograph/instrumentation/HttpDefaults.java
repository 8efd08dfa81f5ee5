package io.heliograph.instrumentation;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Setting;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The catalogue's defaults that HTTP servers and clients share. */
final class HttpDefaults {

  static final Set<String> KNOWN_METHODS = of(InstrumentationSettings.HTTP_KNOWN_METHODS);

  static final Set<String> SENSITIVE_QUERY_PARAMETERS =
      of(InstrumentationSettings.HTTP_REDACT_QUERY_KEYS);

  private HttpDefaults() {}

  private static Set<String> of(Setting<List<String>> setting) {
    return Set.copyOf(Objects.requireNonNull(setting.defaultValue(), setting.key()));
  }
}
