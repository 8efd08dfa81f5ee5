package io.heliograph.instrumentation.jdbc;

import java.sql.CallableStatement;

/** A call of a stored procedure whose executions are recorded. */
final class TracedCallableStatement extends ForwardingCallableStatement {

  TracedCallableStatement(CallableStatement delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
  }
}
