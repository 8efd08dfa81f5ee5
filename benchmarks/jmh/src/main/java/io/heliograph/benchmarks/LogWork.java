package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;

/** A log record with five attributes, as an appender emits it inside a span. */
final class LogWork extends EngineWork.Exporting {

  private static final AttributeKey<String> THREAD = AttributeKey.stringKey("thread.name");
  private static final AttributeKey<Long> THREAD_ID = AttributeKey.longKey("thread.id");
  private static final AttributeKey<String> LOGGER = AttributeKey.stringKey("logger.name");
  private static final AttributeKey<String> CUSTOMER = AttributeKey.stringKey("customer");
  private static final AttributeKey<Long> ORDER = AttributeKey.longKey("order");

  private final Logger logger;
  private final Scope scope;

  @SuppressWarnings("MustBeClosedChecker") // Closed by close().
  LogWork(Engine engine, Outlet outlet) {
    super(engine, outlet);
    this.logger = engine.api().getLogsBridge().get(SpanWork.SCOPE);
    this.scope = Context.root().with(Span.wrap(SpanWork.REMOTE)).makeCurrent();
  }

  @Override
  public Object run() {
    logger
        .logRecordBuilder()
        .setTimestamp(1_700_000_000_000L, TimeUnit.MILLISECONDS)
        .setSeverity(Severity.INFO)
        .setSeverityText("INFO")
        .setBody("Order of 2 Refractor, 70 mm")
        .setAttribute(THREAD, "http-nio-8080-exec-1")
        .setAttribute(THREAD_ID, 42L)
        .setAttribute(LOGGER, "com.acme.shop.OrderDesk")
        .setAttribute(CUSTOMER, "alice")
        .setAttribute(ORDER, 4711L)
        .emit();
    return logger;
  }

  @Override
  public void close() {
    scope.close();
    super.close();
  }
}
