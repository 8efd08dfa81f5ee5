package io.heliograph.quarkus;

import io.agroal.api.AgroalDataSource;
import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
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
    return call.proceed() instanceof AgroalDataSource made ? recording(made) : null;
  }

  private AgroalDataSource recording(AgroalDataSource made) {
    Supplier<DataSource> recorded = engine.lazily(started -> TracedDataSource.wrap(made, started));
    return TracedDataSource.proxy(
        AgroalDataSource.class, made, () -> engine.records(Part.JDBC) ? recorded.get() : null);
  }
}
