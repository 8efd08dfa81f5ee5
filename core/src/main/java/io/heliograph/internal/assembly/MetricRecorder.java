package io.heliograph.internal.assembly;

import io.heliograph.export.MetricData;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.PeriodicReader;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Recorder;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The metrics pipeline as a whole. */
public record MetricRecorder(
    EngineMeterProvider provider,
    List<PeriodicReader> readers,
    Destinations<MetricData> destinations)
    implements Recorder {

  /** Copies the list. */
  public MetricRecorder {
    readers = List.copyOf(readers);
  }

  @Override
  public void stopRecording() {
    provider.stopRecording();
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return readers.stream()
        .map(PeriodicReader::flush)
        .reduce(
            CompletableFuture.completedFuture(true),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  @Override
  public void closeProcessors() {
    readers.forEach(PeriodicReader::close);
    destinations.close();
    provider.close();
  }
}
