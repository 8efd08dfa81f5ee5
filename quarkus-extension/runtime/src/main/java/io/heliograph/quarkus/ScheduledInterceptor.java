package io.heliograph.quarkus;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Records runs of scheduled methods. */
@Interceptor
@Recorded(Recorded.Kind.RUN)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class ScheduledInterceptor {

  private final RecordedMethods methods;

  ScheduledInterceptor(RecordedMethods methods) {
    this.methods = methods;
  }

  @AroundInvoke
  @Nullable Object call(InvocationContext call) throws Throwable {
    return methods.scheduled(call);
  }
}
