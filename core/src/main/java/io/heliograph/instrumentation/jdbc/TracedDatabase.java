package io.heliograph.instrumentation.jdbc;

import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.DbTarget;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.util.List;

/** Runs a driver's calls inside operations. */
record TracedDatabase(DbClientInstrumentation instrumentation, DbTarget target) {

  /** A call of the driver. */
  interface Call<T> {
    T run() throws SQLException;
  }

  Operation<Void> start(String sql) {
    return instrumentation.start(target, sql, false);
  }

  Operation<Void> startPrepared(String sql, int batchSize) {
    return instrumentation.start(target, sql, true, batchSize);
  }

  Operation<Void> startBatch(List<String> statements) {
    return instrumentation.startBatch(target, statements);
  }

  @SuppressWarnings("try") // the scope is only to be closed
  <T> T run(Operation<Void> operation, Call<T> call) throws SQLException {
    try (Scope ignored = operation.makeCurrent()) {
      T result = call.run();
      operation.end(null, null);
      return result;
    } catch (Throwable thrown) {
      operation.end(null, thrown);
      throw thrown;
    }
  }
}
