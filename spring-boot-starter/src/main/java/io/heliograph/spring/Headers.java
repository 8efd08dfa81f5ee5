package io.heliograph.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Reads headers by methods that Spring Framework 6 and 7 both have. */
final class Headers {

  private Headers() {}

  /** All values of a header in their order, empty if it is absent. */
  static List<String> values(HttpHeaders headers, String name) {
    if (headers.getFirst(name) == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, List<String>> header : headers.headerSet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        values.addAll(header.getValue());
      }
    }
    return values;
  }

  static Iterable<String> names(HttpHeaders headers) {
    return headers.headerSet().stream().map(Map.Entry::getKey).toList();
  }
}
