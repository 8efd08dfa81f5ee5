package io.heliograph.quarkus;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.ConnectionPool;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes every data source record that Quarkus makes, from when the engine has started. */
@Interceptor
@Recorded(dataSource = true)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DataSourceInterceptor {

  private final ApplicationEngine engine;

  DataSourceInterceptor(ApplicationEngine engine) {
    this.engine = engine;
  }

  @AroundInvoke
  @Nullable Object make(InvocationContext call) throws Exception {
    if (!(call.proceed() instanceof AgroalDataSource made)) {
      return null;
    }
    String name = String.valueOf(call.getParameters()[0]);
    engine.whenStarted(Part.CONNECTION_POOL, started -> observe(name, made, started));
    Supplier<DataSource> recorded = engine.lazily(started -> TracedDataSource.wrap(made, started));
    return TracedDataSource.proxy(
        AgroalDataSource.class, made, () -> engine.records(Part.JDBC) ? recorded.get() : null);
  }

  /** Until the engine ends, which is when the pool does. */
  private static void observe(String name, AgroalDataSource made, Heliograph started) {
    AgroalConnectionPoolConfiguration pool = made.getConfiguration().connectionPoolConfiguration();
    made.getConfiguration().setMetricsEnabled(true); // or they are all 0
    new ConnectionPoolInstrumentation(started.openTelemetry(), "io.heliograph.agroal")
        .observe(
            ConnectionPool.of(
                name,
                () -> (int) made.getMetrics().availableCount(),
                () -> (int) made.getMetrics().activeCount(),
                () -> (int) made.getMetrics().awaitingCount(),
                pool::minSize,
                pool::maxSize));
  }
}
