package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

/** The engine takes part in the context that the program attaches and detaches. */
class ContextTest {

  private static final ContextKey<String> USER = ContextKey.named("user");
  private static final AttributeKey<String> USER_ATTRIBUTE = AttributeKey.stringKey("user");

  /** Copies a value of the context onto each span. */
  private static final SpanProcessor COPYING =
      new SpanProcessor() {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
          String user = parent.get(USER);
          if (user != null) {
            span.setAttribute(USER_ATTRIBUTE, user);
          }
        }
      };

  private final InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();

  @Test
  @Compliance({
    "Context Propagation > Create Context Key",
    "Context Propagation > Set value for Context",
    "Context Propagation > Get value from Context",
    "Context Propagation > Attach Context",
    "Context Propagation > Detach Context",
    "Context Propagation > Get current Context"
  })
  void spansSeeTheValuesOfTheContextThatIsAttached() {
    try (Heliograph heliograph = heliograph()) {
      work(heliograph, "before");
      try (Scope ignored = Context.current().with(USER, "ann").makeCurrent()) {
        work(heliograph, "inside");
      }
      work(heliograph, "after");
      assertThat(heliograph.flush()).isTrue();
    }
    assertThat(exporter.items())
        .extracting(span -> span.name() + " " + span.attributes().get(USER_ATTRIBUTE))
        .containsExactly("before null", "inside ann", "after null");
  }

  private Heliograph heliograph() {
    return Program.builder().spanProcessor(COPYING).exporter("memory", exporter).build();
  }

  private static void work(Heliograph heliograph, String name) {
    heliograph.openTelemetry().getTracer("test").spanBuilder(name).startSpan().end();
  }
}
