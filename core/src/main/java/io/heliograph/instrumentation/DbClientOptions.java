package io.heliograph.instrumentation;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Settings;

/**
 * How database calls of this application are recorded.
 *
 * @param queryText whether {@code db.query.text} is recorded, without the literals of statements
 *     that are not prepared
 * @param sanitizeParameterized whether literals are also removed from the text of prepared
 *     statements, which the semantic conventions leave alone
 */
public record DbClientOptions(boolean queryText, boolean sanitizeParameterized) {

  private static final DbClientOptions DEFAULTS = new DbClientOptions(true, false);

  /** Reads what is configured. */
  public static DbClientOptions from(Settings settings) {
    return new DbClientOptions(
        settings.get(InstrumentationSettings.JDBC_QUERY_TEXT),
        settings.get(InstrumentationSettings.JDBC_SANITIZE_PREPARED));
  }

  /** What applies when nothing is configured. */
  public static DbClientOptions defaults() {
    return DEFAULTS;
  }
}
