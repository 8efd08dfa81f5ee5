package io.heliograph.instrumentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A response of no framework in particular. */
record FakeResponse(int status, Map<String, List<String>> headers) {

  FakeResponse(int status) {
    this(status, Map.of());
  }

  List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
