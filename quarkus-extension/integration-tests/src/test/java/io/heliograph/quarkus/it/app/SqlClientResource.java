package io.heliograph.quarkus.it.app;

import io.heliograph.Traced;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Queries by the reactive client of PostgreSQL, on the port that the caller tells. */
@Path("/sql-client")
public class SqlClientResource {

  private final Queries queries;

  SqlClientResource(Queries queries) {
    this.queries = queries;
  }

  @GET
  @Path("/{query}")
  public Uni<String> run(@RestPath String query, @RestQuery int port) {
    Pool pool = queries.pool(port);
    return switch (query) {
      case "simple" -> pool.query("SELECT 1 AS one WHERE 'secret' <> ''").execute().map(ok -> "ok");
      case "prepared" ->
          pool.preparedQuery("SELECT $1::int").execute(Tuple.of(7)).map(rows -> "ok");
      case "batch" ->
          pool.preparedQuery("SELECT $1::int")
              .executeBatch(List.of(Tuple.of(1), Tuple.of(2), Tuple.of(3)))
              .map(rows -> "ok");
      case "error" ->
          pool.query("SELECT * FROM missing")
              .execute()
              .map(rows -> "found")
              .onFailure(PgException.class)
              .recoverWithItem(e -> ((PgException) e).getSqlState());
      case "connection" -> queries.onAConnection(port);
      case "pool" -> queries.byThePool(pool);
      case "new-pool" -> queries.byThePool(queries.connect(port));
      default -> throw new IllegalArgumentException(query);
    };
  }

  /** The pools, each made once. */
  @Singleton
  public static class Queries {

    private final Vertx vertx;
    private final Map<Integer, Pool> pools = new ConcurrentHashMap<>();

    Queries(Vertx vertx) {
      this.vertx = vertx;
    }

    Pool pool(int port) {
      return pools.computeIfAbsent(port, this::connect);
    }

    Pool connect(int port) {
      PgConnectOptions server =
          new PgConnectOptions()
              .setHost("127.0.0.1")
              .setPort(port)
              .setDatabase("postgres")
              .setUser("postgres");
      return PgBuilder.pool().connectingTo(server).using(vertx).build();
    }

    @Traced("contract.connection")
    Uni<String> onAConnection(int port) {
      return pool(port)
          .withConnection(connection -> connection.query("SELECT 1").execute())
          .map(rows -> "ok");
    }

    @Traced("contract.pool")
    Uni<String> byThePool(Pool asked) {
      return asked.query("SELECT 1").execute().map(rows -> "ok");
    }
  }
}
