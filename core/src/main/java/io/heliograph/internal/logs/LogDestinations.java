package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.pipeline.LogRecordProcessor;
import io.heliograph.pipeline.ReadWriteLogRecord;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The last log record processor: hands what the others made of a record to the destinations. */
public record LogDestinations(Destinations<ReadableLogRecord> destinations)
    implements LogRecordProcessor {

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    if (!destinations.isEmpty()) {
      destinations.offer(record.snapshot());
    }
  }

  @Override
  public boolean enabled(
      Context context, InstrumentationScope scope, Severity severity, @Nullable String eventName) {
    return !destinations.isEmpty();
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return destinations.flush();
  }

  @Override
  public void close() {
    destinations.close();
  }
}
