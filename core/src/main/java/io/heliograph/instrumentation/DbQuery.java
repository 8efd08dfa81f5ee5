package io.heliograph.instrumentation;

import io.heliograph.internal.sql.SqlText;
import io.heliograph.internal.sql.SqlTexts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks of a database, as far as it may be shown.
 *
 * @param summary {@code null} if nothing is known of the statement
 * @param text {@code null} if it is not to be recorded
 * @param batchSize 1 for a single statement, which is no batch
 */
record DbQuery(@Nullable String summary, @Nullable String text, int batchSize) {

  static final String BATCH = "BATCH";

  private static final String SEPARATOR = "; ";

  /** A batch of different statements is not worth more than this. */
  private static final int MAX_BATCH_CHARS = 16 * 1024;

  /** One statement, run with one or several sets of parameters. */
  static DbQuery of(
      String sql, boolean prepared, int batchSize, SqlTexts texts, DbClientOptions options) {
    SqlText text = texts.of(sql);
    boolean asWritten = prepared && text.parameterized() && !options.sanitizeParameterized();
    String shown = asWritten ? sql : text.sanitized();
    return new DbQuery(
        summary(text.summary(), batchSize), options.queryText() ? shown : null, batchSize);
  }

  /** Several statements without parameters; at least two. */
  static DbQuery ofAll(List<String> statements, SqlTexts texts, DbClientOptions options) {
    SqlText first = texts.of(statements.get(0));
    boolean sameSummary = true;
    boolean sameText = true;
    StringBuilder all = new StringBuilder(first.sanitized());
    for (String sql : statements.subList(1, statements.size())) {
      SqlText text = texts.of(sql);
      sameSummary &= Objects.equals(text.summary(), first.summary());
      sameText &= text.sanitized().equals(first.sanitized());
      if (all.length() + text.sanitized().length() < MAX_BATCH_CHARS) {
        all.append(SEPARATOR).append(text.sanitized());
      }
    }
    String shown = sameText ? first.sanitized() : all.toString();
    return new DbQuery(
        summary(sameSummary ? first.summary() : null, statements.size()),
        options.queryText() ? shown : null,
        statements.size());
  }

  private static @Nullable String summary(@Nullable String single, int batchSize) {
    if (batchSize == 1) {
      return single;
    }
    return single == null ? BATCH : BATCH + " " + single;
  }

  /** What the conventions allow to name of a statement that could hold several. */
  @Nullable String operation() {
    return batchSize == 1 ? null : BATCH;
  }

  void record(AttributeSink span) {
    span.setIfPresent(SemanticAttributes.DB_QUERY_SUMMARY, summary);
    span.setIfPresent(SemanticAttributes.DB_QUERY_TEXT, text);
    if (batchSize != 1) {
      span.setAttribute(SemanticAttributes.DB_OPERATION_NAME, BATCH);
      span.setAttribute(SemanticAttributes.DB_OPERATION_BATCH_SIZE, (long) batchSize);
    }
  }
}
