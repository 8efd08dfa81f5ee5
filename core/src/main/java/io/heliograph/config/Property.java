package io.heliograph.config;

/**
 * One value as somebody wrote it.
 *
 * @param key the key as it is spelled in its source
 * @param value the text, placeholders resolved; may be empty
 * @param origin where a human finds it, such as {@code application.yml:12}
 */
public record Property(String key, String value, String origin) {

  /** Leaves the value out: whether it is a secret is known to the catalogue only. */
  @Override
  public String toString() {
    return "Property[key=" + key + ", origin=" + origin + "]";
  }
}
