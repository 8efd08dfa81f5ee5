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
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * All in which the signals' destinations differ. Encoders are made for a largest request in bytes.
 *
 * @param <T> the signal's item
 * @param concurrency requests under way at once at most
 */
public record SignalFormat<T>(
    Signal signal,
    Measure<T> measure,
    int concurrency,
    IntFunction<Encoder<T>> protobuf,
    IntFunction<Encoder<T>> json,
    IntFunction<Encoder<T>> zipkin,
    Function<SenderSettings, Sender> grpc,
    Function<Appendable, Exporter<T>> console) {

  private static final int UNBOUNDED = Integer.MAX_VALUE;

  public static final SignalFormat<ReadableSpan> SPANS =
      new SignalFormat<>(
          Signal.TRACES,
          Measure.single(),
          UNBOUNDED,
          OtlpEncoder::spans,
          OtlpEncoder::jsonSpans,
          ZipkinEncoder::new,
          settings -> GrpcSender.traces(settings),
          ConsoleExporter::spans);

  public static final SignalFormat<ReadableLogRecord> LOG_RECORDS =
      new SignalFormat<>(
          Signal.LOGS,
          Measure.single(),
          UNBOUNDED,
          OtlpEncoder::logRecords,
          OtlpEncoder::jsonLogRecords,
          SignalFormat::noZipkin,
          settings -> GrpcSender.logs(settings),
          ConsoleExporter::logRecords);

  /** One request after the other: totals that overtake each other look like resets. */
  public static final SignalFormat<MetricData> METRICS =
      new SignalFormat<>(
          Signal.METRICS,
          PeriodicReader.measure(),
          1,
          OtlpEncoder::metrics,
          OtlpEncoder::jsonMetrics,
          SignalFormat::noZipkin,
          settings -> GrpcSender.metrics(settings),
          ConsoleExporter::metrics);

  private static <T> Encoder<T> noZipkin(int maxBytes) {
    throw new IllegalArgumentException("Zipkin takes spans only");
  }
}
