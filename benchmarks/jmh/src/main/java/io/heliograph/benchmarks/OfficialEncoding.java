package io.heliograph.benchmarks;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.LowAllocationMetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** How the official exporters turn data into bytes: anew, or with objects that are used again. */
enum OfficialEncoding {
  IMMUTABLE(MemoryMode.IMMUTABLE_DATA),
  REUSING(MemoryMode.REUSABLE_DATA);

  final MemoryMode memoryMode;

  OfficialEncoding(MemoryMode memoryMode) {
    this.memoryMode = memoryMode;
  }

  /** For one thread. */
  Encoder encoder() {
    return new Encoder(this == REUSING);
  }

  /** A buffer, and what an exporter would keep from request to request. */
  static final class Encoder {

    private final boolean reusing;
    private final Buffer buffer = new Buffer();
    private final LowAllocationTraceRequestMarshaler traces =
        new LowAllocationTraceRequestMarshaler();
    private final LowAllocationMetricsRequestMarshaler metrics =
        new LowAllocationMetricsRequestMarshaler();

    private Encoder(boolean reusing) {
      this.reusing = reusing;
    }

    Buffer spans(Collection<SpanData> spans) {
      if (!reusing) {
        return write(TraceRequestMarshaler.create(spans));
      }
      traces.initialize(spans);
      try {
        return write(traces);
      } finally {
        traces.reset();
      }
    }

    Buffer metrics(Collection<MetricData> data) {
      if (!reusing) {
        return write(MetricsRequestMarshaler.create(data));
      }
      metrics.initialize(data);
      try {
        return write(metrics);
      } finally {
        metrics.reset();
      }
    }

    Buffer logRecords(Collection<LogRecordData> records) {
      return write(LogsRequestMarshaler.create(records));
    }

    private Buffer write(Marshaler marshaler) {
      buffer.reset();
      try {
        marshaler.writeBinaryTo(buffer);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return buffer;
    }
  }
}
