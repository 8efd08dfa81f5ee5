package io.heliograph.quarkus;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Makes every data source record that Quarkus makes. */
@Interceptor
@Recorded(Recorded.Kind.DATA_SOURCE)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DataSourceInterceptor {

  private final Engine engine;

  DataSourceInterceptor(Engine engine) {
    this.engine = engine;
  }

  @AroundInvoke
  @Nullable Object make(InvocationContext call) throws Exception {
    Object made = call.proceed();
    return made instanceof AgroalDataSource original
        ? RecordedDataSource.of(engine, original)
        : made;
  }
}
