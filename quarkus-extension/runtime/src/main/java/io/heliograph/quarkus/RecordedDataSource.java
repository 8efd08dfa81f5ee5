package io.heliograph.quarkus;

import io.agroal.api.AgroalDataSource;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a data source can do is asked of the recording one, all else of Agroal's own.
 *
 * <p>A connection that is wanted before the engine has started is not recorded.
 */
final class RecordedDataSource implements InvocationHandler {

  private final Engine engine;
  private final AgroalDataSource original;
  private final Lazy<DataSource> recording;

  private RecordedDataSource(Engine engine, AgroalDataSource original) {
    this.engine = engine;
    this.original = original;
    this.recording =
        new Lazy<>(
            () ->
                TracedDataSource.wrap(
                    original, engine.openTelemetry(), DbClientOptions.from(engine.settings())));
  }

  static AgroalDataSource of(Engine engine, AgroalDataSource original) {
    return (AgroalDataSource)
        Proxy.newProxyInstance(
            AgroalDataSource.class.getClassLoader(),
            new Class<?>[] {AgroalDataSource.class},
            new RecordedDataSource(engine, original));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (engine.records(Part.JDBC)) {
      switch (method.getName()) {
        case "getConnection" -> {
          return given == null
              ? recording.get().getConnection()
              : recording.get().getConnection((String) given[0], (String) given[1]);
        }
        case "getReadOnlyConnection" -> {
          return traced(original.getReadOnlyConnection());
        }
        case "createConnectionBuilder" -> {
          return recording.get().createConnectionBuilder();
        }
        default -> {}
      }
    }
    try {
      return method.invoke(original, given);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private Connection traced(Connection connection) {
    return recording.get() instanceof TracedDataSource traced
        ? traced.traced(connection)
        : connection;
  }
}
