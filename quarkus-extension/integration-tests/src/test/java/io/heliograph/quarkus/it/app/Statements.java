package io.heliograph.quarkus.it.app;

import io.heliograph.Traced;
import io.heliograph.contract.ContractSql;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;
import javax.sql.DataSource;

/** The handler of {@link ContractSql}, whichever server calls it. */
@Startup
@Singleton
class Statements {

  private final DataSource dataSource;
  private final InMethod inMethod;

  Statements(DataSource dataSource, InMethod inMethod) throws SQLException {
    this.dataSource = dataSource;
    this.inMethod = inMethod;
    statement("CREATE TABLE contract_items(id INT, name VARCHAR(100))");
  }

  String run(String operation) throws SQLException {
    ContractSql sql = ContractSql.valueOf(operation.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (sql) {
      case SELECT, INSERT -> statement(sql.text());
      case PREPARED -> inMethod.prepared(sql);
      case BATCH -> batch(sql.text());
      case TRANSACTION -> transaction(sql.text());
      case CALLABLE -> callable(sql.text());
      case IN_METHOD -> inMethod.traced(sql);
      case ERROR -> {
        return error(sql.text());
      }
    }
    return "done";
  }

  /** A bean of its own, because Spring sees only calls from outside. */
  @Singleton
  static class InMethod {

    private final DataSource dataSource;

    InMethod(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Traced("contract.query")
    void traced(ContractSql sql) throws SQLException {
      prepared(sql);
    }

    void prepared(ContractSql sql) throws SQLException {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql.text())) {
        if (sql == ContractSql.PREPARED) {
          statement.setInt(1, 42);
        }
        statement.executeQuery();
      }
    }
  }

  private void statement(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String error(String sql) {
    try {
      statement(sql);
      return "succeeded";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private void batch(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int row = 1; row <= 3; row++) {
        statement.setInt(1, row);
        statement.setString(2, "abc".substring(row - 1, row));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void transaction(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 2; i++) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setInt(1, 42);
          statement.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private void callable(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        CallableStatement statement = connection.prepareCall(sql)) {
      statement.registerOutParameter(1, Types.INTEGER);
      statement.setInt(2, -7);
      statement.execute();
    }
  }
}
