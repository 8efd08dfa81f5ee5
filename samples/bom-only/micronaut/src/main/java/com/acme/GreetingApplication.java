package com.acme;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.Micronaut;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

@Factory
public class GreetingApplication {

  public static void main(String[] arguments) {
    Micronaut.run(GreetingApplication.class, arguments);
  }

  @Singleton
  DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:greeting");
    return database;
  }

  @Controller("/greeting")
  static class Greeting {

    private final DataSource database;

    Greeting(DataSource database) {
      this.database = database;
    }

    @Get
    @Produces(MediaType.TEXT_PLAIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    String greeting() throws SQLException {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT 'Good day'")) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
