package com.acme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

@Path("/greeting")
public class GreetingResource {

  private final DataSource database;

  GreetingResource(DataSource database) {
    this.database = database;
  }

  @GET
  public String greeting() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 'Good day'")) {
      result.next();
      return result.getString(1);
    }
  }
}
