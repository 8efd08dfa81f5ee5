package com.acme.shop;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQL in the data source that is active. */
@Singleton
public class Database {

  private final AgroalDataSource source;

  Database(
      @DataSource("h2") InjectableInstance<AgroalDataSource> h2,
      @DataSource("postgres") InjectableInstance<AgroalDataSource> postgres) {
    this.source = h2.getHandle().getBean().isActive() ? h2.get() : postgres.get();
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Row<T> {

    T read(ResultSet row) throws SQLException;
  }

  /** What the rows of an answer are. */
  public <T> List<T> query(String sql, Row<T> reader, Object... parameters) {
    return run(
        sql,
        statement -> {
          List<T> all = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(reader.read(rows));
            }
          }
          return all;
        },
        parameters);
  }

  /** How many rows a statement changed. */
  public int update(String sql, Object... parameters) {
    return run(sql, PreparedStatement::executeUpdate, parameters);
  }

  private <T> T run(String sql, Work<T> work, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private interface Work<T> {

    T with(PreparedStatement statement) throws SQLException;
  }
}
