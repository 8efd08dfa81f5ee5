package com.acme.shop;

import io.micronaut.context.annotation.Context;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** SQL, in tables that are there before anybody asks. */
@Context
public final class Database {

  private final DataSource source;

  Database(DataSource source, Schema schema) {
    this.source = source;
    schema.statements().forEach(this::update);
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
