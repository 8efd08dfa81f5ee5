package io.heliograph.spring;

import io.opentelemetry.context.Context;
import reactor.util.context.ContextView;

/** Where the OpenTelemetry context is in a Reactor context. */
final class ReactorContext {

  static final String KEY = "io.heliograph.context";

  private ReactorContext() {}

  /** The subscriber's context, or else the thread's. */
  static Context of(ContextView subscriber) {
    return subscriber.<Context>getOrEmpty(KEY).orElseGet(Context::current);
  }

  static reactor.util.context.Context with(
      reactor.util.context.Context subscriber, Context context) {
    return subscriber.put(KEY, context);
  }
}
