package io.heliograph.micronaut.app;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.Traced;
import io.heliograph.contract.ContractSql;
import io.heliograph.contract.app.Statements;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool, by a factory of the application's own, and the handler of {@link ContractSql}. */
@Factory
@Requires(property = Databases.URL)
class Databases {

  static final String URL = "app.database";

  private final HikariDataSource pool = new HikariDataSource();

  @Singleton
  @Named("contract")
  DataSource dataSource(@Property(name = URL) String url) {
    pool.setJdbcUrl(url);
    return pool;
  }

  @PreDestroy
  void close() {
    pool.close();
  }

  @Singleton
  static class Queries implements Statements.InMethod {
    @Traced("contract.query")
    @Override
    public void query(Statements.Work work) throws SQLException {
      work.run();
    }
  }

  @Context // so that the table is made before the first request
  @Controller
  @Requires(property = URL)
  static class Handler {

    private final Statements statements;

    Handler(DataSource source, Queries queries) throws SQLException {
      this.statements = new Statements(source, queries);
    }

    @Get(ContractSql.ROUTE)
    @Produces(MediaType.TEXT_PLAIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    String run(@PathVariable String operation) throws SQLException {
      return statements.run(operation);
    }
  }
}
