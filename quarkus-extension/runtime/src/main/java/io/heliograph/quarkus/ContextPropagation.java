package io.heliograph.quarkus;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * Lets the context follow work onto managed executors and into the callbacks of Mutiny, which take
 * it where they are made.
 *
 * <p>What is made where nothing is current, such as at the start of the application, runs with what
 * its caller has.
 */
public final class ContextPropagation implements ThreadContextProvider {

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    Context current = Context.current();
    return current.equals(Context.root()) ? () -> () -> {} : snapshot(current);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(Context.root());
  }

  @SuppressWarnings("MustBeClosedChecker") // the end of the task closes it
  private static ThreadContextSnapshot snapshot(Context context) {
    return () -> {
      Scope scope = context.makeCurrent();
      return scope::close;
    };
  }

  @Override
  public String getThreadContextType() {
    return "OpenTelemetry";
  }
}
