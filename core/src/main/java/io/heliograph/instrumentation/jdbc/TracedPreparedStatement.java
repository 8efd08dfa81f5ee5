package io.heliograph.instrumentation.jdbc;

import io.heliograph.instrumentation.Operation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A prepared statement whose executions are recorded. */
class TracedPreparedStatement extends ForwardingPreparedStatement {

  private final PreparedStatement delegate;
  private final String sql;
  private int batchSize;

  TracedPreparedStatement(PreparedStatement delegate, TracedConnection connection, String sql) {
    super(delegate, connection);
    this.delegate = delegate;
    this.sql = sql;
  }

  @Override
  public final boolean execute() throws SQLException {
    return run(delegate::execute);
  }

  @Override
  public final ResultSet executeQuery() throws SQLException {
    return run(delegate::executeQuery);
  }

  @Override
  public final int executeUpdate() throws SQLException {
    return run(delegate::executeUpdate);
  }

  @Override
  public final long executeLargeUpdate() throws SQLException {
    return run(delegate::executeLargeUpdate);
  }

  private <T> T run(TracedDatabase.Call<T> call) throws SQLException {
    return database().run(database().startPrepared(sql, 1), call);
  }

  @Override
  public final void addBatch() throws SQLException {
    delegate.addBatch();
    batchSize++;
  }

  @Override
  final Operation<Void> startBatch() {
    return database().startPrepared(sql, batchSize);
  }

  @Override
  final void forgetBatch() {
    super.forgetBatch();
    batchSize = 0;
  }
}
