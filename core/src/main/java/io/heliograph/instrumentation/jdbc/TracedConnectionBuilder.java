package io.heliograph.instrumentation.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;
import java.util.function.UnaryOperator;

/** Builds connections whose statements are recorded. */
final class TracedConnectionBuilder implements ConnectionBuilder {

  private final ConnectionBuilder delegate;
  private final UnaryOperator<Connection> traced;

  TracedConnectionBuilder(ConnectionBuilder delegate, UnaryOperator<Connection> traced) {
    this.delegate = delegate;
    this.traced = traced;
  }

  @Override
  public ConnectionBuilder user(String username) {
    delegate.user(username);
    return this;
  }

  @Override
  public ConnectionBuilder password(String password) {
    delegate.password(password);
    return this;
  }

  @Override
  public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
    delegate.shardingKey(shardingKey);
    return this;
  }

  @Override
  public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
    delegate.superShardingKey(superShardingKey);
    return this;
  }

  @Override
  public Connection build() throws SQLException {
    return traced.apply(delegate.build());
  }
}
