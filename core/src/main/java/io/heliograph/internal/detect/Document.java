package io.heliograph.internal.detect;

import io.heliograph.internal.json.Json;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of which a few members matter. */
record Document(Map<?, ?> members) {

  /**
   * Reads one.
   *
   * @throws IOException if the text is no JSON object; does not quote it
   */
  static Document parse(String json) throws IOException {
    try {
      if (Json.parse(json) instanceof Map<?, ?> members) {
        return new Document(members);
      }
    } catch (IllegalArgumentException malformed) {
      throw new IOException(malformed.getMessage(), malformed);
    }
    throw new IOException("not a JSON object");
  }

  /** A text, null if there is none of that name. */
  @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  /** An object, an empty one if there is none of that name. */
  Document child(String name) {
    return members.get(name) instanceof Map<?, ?> child
        ? new Document(child)
        : new Document(Map.of());
  }
}
