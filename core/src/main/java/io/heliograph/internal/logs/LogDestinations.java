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

/**
 * The last log record processor: hands what the others made of a record to the destinations.
 *
 * @param alone whether there are no others, so that nobody has the record but the destinations and
 *     it need not be copied
 */
public record LogDestinations(Destinations<ReadableLogRecord> destinations, boolean alone)
    implements LogRecordProcessor {

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    destinations.offer(alone ? record : record.snapshot());
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
