package io.heliograph.quarkus.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestPath;

/** The handler of {@link io.heliograph.contract.ContractSql}. */
@Path("/contract/db")
public class DatabaseResource {

  private final Statements statements;

  DatabaseResource(Statements statements) {
    this.statements = statements;
  }

  @GET
  @Path("/{operation}")
  public String run(@RestPath String operation) throws SQLException {
    return statements.run(operation);
  }
}
