package io.heliograph.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.instrumentation.DbClientOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2DataSourceTest extends TracedDataSourceContract {

  @Override
  DataSource dataSource() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    dataSource.setUser(user());
    return dataSource;
  }

  @Override
  String systemName() {
    return "h2database";
  }

  @Override
  String user() {
    return "sa";
  }

  @Test
  void namesTheDatabaseInMemory() throws SQLException {
    try (Connection connection =
            TracedDataSource.wrap(dataSource(), engine.openTelemetry(), DbClientOptions.defaults())
                .getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }

    assertThat(string(engine.span(), "db.namespace")).isEqualTo("shop");
    assertThat(string(engine.span(), "server.address")).isNull();
  }
}
