package io.heliograph.internal.assembly;

import io.heliograph.config.Signal;
import io.heliograph.export.Exporter;
import io.heliograph.export.MetricData;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Sender;
import io.heliograph.internal.export.ConsoleExporter;
import io.heliograph.internal.metrics.PeriodicReader;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.otlp.ZipkinEncoder;
import io.heliograph.internal.pipeline.Measure;
import io.heliograph.internal.send.GrpcSender;
import io.heliograph.internal.send.SenderSettings;

/**
 * All in which the signals' destinations differ. Encoders are made for a largest request in bytes.
 *
 * <p>A class each, and no functions in fields: a start uses one or two of them, and would make a
 * class at run time for every one.
 *
 * @param <T> the signal's item
 */
public abstract class SignalFormat<T> {

  public static final SignalFormat<ReadableSpan> SPANS = new Spans();
  public static final SignalFormat<ReadableLogRecord> LOG_RECORDS = new LogRecords();
  public static final SignalFormat<MetricData> METRICS = new Metrics();

  private final Signal signal;

  private SignalFormat(Signal signal) {
    this.signal = signal;
  }

  final Signal signal() {
    return signal;
  }

  Measure<T> measure() {
    return Measure.single();
  }

  /** Requests under way at once at most. */
  int concurrency() {
    return Integer.MAX_VALUE;
  }

  abstract Encoder<T> protobuf(int maxBytes);

  abstract Encoder<T> json(int maxBytes);

  Encoder<T> zipkin(int maxBytes) {
    throw new IllegalArgumentException("Zipkin takes spans only");
  }

  abstract Sender grpc(SenderSettings settings);

  abstract Exporter<T> console(Appendable out);

  private static final class Spans extends SignalFormat<ReadableSpan> {

    Spans() {
      super(Signal.TRACES);
    }

    @Override
    Encoder<ReadableSpan> protobuf(int maxBytes) {
      return OtlpEncoder.spans(maxBytes);
    }

    @Override
    Encoder<ReadableSpan> json(int maxBytes) {
      return OtlpEncoder.jsonSpans(maxBytes);
    }

    @Override
    Encoder<ReadableSpan> zipkin(int maxBytes) {
      return new ZipkinEncoder(maxBytes);
    }

    @Override
    Sender grpc(SenderSettings settings) {
      return GrpcSender.traces(settings);
    }

    @Override
    Exporter<ReadableSpan> console(Appendable out) {
      return ConsoleExporter.spans(out);
    }
  }

  private static final class LogRecords extends SignalFormat<ReadableLogRecord> {

    LogRecords() {
      super(Signal.LOGS);
    }

    @Override
    Encoder<ReadableLogRecord> protobuf(int maxBytes) {
      return OtlpEncoder.logRecords(maxBytes);
    }

    @Override
    Encoder<ReadableLogRecord> json(int maxBytes) {
      return OtlpEncoder.jsonLogRecords(maxBytes);
    }

    @Override
    Sender grpc(SenderSettings settings) {
      return GrpcSender.logs(settings);
    }

    @Override
    Exporter<ReadableLogRecord> console(Appendable out) {
      return ConsoleExporter.logRecords(out);
    }
  }

  /** One request after the other: totals that overtake each other look like resets. */
  private static final class Metrics extends SignalFormat<MetricData> {

    Metrics() {
      super(Signal.METRICS);
    }

    @Override
    Measure<MetricData> measure() {
      return PeriodicReader.measure();
    }

    @Override
    int concurrency() {
      return 1;
    }

    @Override
    Encoder<MetricData> protobuf(int maxBytes) {
      return OtlpEncoder.metrics(maxBytes);
    }

    @Override
    Encoder<MetricData> json(int maxBytes) {
      return OtlpEncoder.jsonMetrics(maxBytes);
    }

    @Override
    Sender grpc(SenderSettings settings) {
      return GrpcSender.metrics(settings);
    }

    @Override
    Exporter<MetricData> console(Appendable out) {
      return ConsoleExporter.metrics(out);
    }
  }
}
