package io.heliograph.contract.app;

import io.heliograph.contract.ContractSql;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;
import javax.sql.DataSource;

/** The handler of {@link ContractSql}, whichever server calls it. */
public final class Statements {

  private final DataSource dataSource;
  private final InMethod inMethod;

  /** Something that a method does. */
  public interface Work {
    void run() throws SQLException;
  }

  /** Runs its argument in a method with {@code @Traced("contract.query")}. */
  public interface InMethod {
    void query(Work work) throws SQLException;
  }

  /** Makes the table. */
  public Statements(DataSource dataSource, InMethod inMethod) throws SQLException {
    this.dataSource = dataSource;
    this.inMethod = inMethod;
    statement("CREATE TABLE contract_items(id INT, name VARCHAR(100))");
  }

  /** The answer to one operation. */
  public String run(String operation) throws SQLException {
    ContractSql sql = ContractSql.valueOf(operation.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (sql) {
      case SELECT, INSERT -> statement(sql.text());
      case PREPARED -> prepared(sql);
      case BATCH -> batch(sql.text());
      case TRANSACTION -> transaction(sql.text());
      case CALLABLE -> callable(sql.text());
      case IN_METHOD -> inMethod.query(() -> prepared(sql));
      case ERROR -> {
        return error(sql.text());
      }
    }
    return "done";
  }

  private void prepared(ContractSql sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.text())) {
      if (sql == ContractSql.PREPARED) {
        statement.setInt(1, 42);
      }
      statement.executeQuery();
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
