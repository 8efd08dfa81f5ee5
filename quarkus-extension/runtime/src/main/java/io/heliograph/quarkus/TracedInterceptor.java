package io.heliograph.quarkus;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Records calls of annotated methods, around transactions, retries and the like. */
@Interceptor
@Recorded(Recorded.Kind.CALL)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TracedInterceptor {

  private final RecordedMethods methods;

  TracedInterceptor(RecordedMethods methods) {
    this.methods = methods;
  }

  @AroundInvoke
  @Nullable Object call(InvocationContext call) throws Throwable {
    return methods.traced(call);
  }
}
