package io.heliograph.spring;

import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Lets Reactor carry the OpenTelemetry context from thread to thread.
 *
 * <p>The scopes that come of it are not kept: Reactor restores the former value itself, on the same
 * thread.
 */
final class OpenTelemetryAccessor implements ThreadLocalAccessor<Context> {

  @Override
  public Object key() {
    return ReactorContext.KEY;
  }

  @Override
  public @Nullable Context getValue() {
    Context current = Context.current();
    return current.equals(Context.root()) ? null : current;
  }

  @Override
  @SuppressWarnings({"MustBeClosedChecker", "CheckReturnValue"})
  public void setValue(Context context) {
    context.makeCurrent();
  }

  @Override
  public void setValue() {
    setValue(Context.root());
  }
}
