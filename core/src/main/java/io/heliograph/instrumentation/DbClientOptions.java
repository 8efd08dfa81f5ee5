package io.heliograph.instrumentation;

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

  /** What applies when nothing is configured. */
  public static DbClientOptions defaults() {
    return DEFAULTS;
  }
}
