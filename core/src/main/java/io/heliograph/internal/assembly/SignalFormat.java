package io.heliograph.internal.assembly;

import io.heliograph.config.Signal;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Sender;
import io.heliograph.internal.export.ConsoleExporter;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.otlp.ZipkinEncoder;
import io.heliograph.internal.send.GrpcSender;
import io.heliograph.internal.send.SenderSettings;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * All in which the signals' destinations differ. Encoders are made for a largest request in bytes.
 *
 * @param <T> the signal's item
 */
public record SignalFormat<T>(
    Signal signal,
    IntFunction<Encoder<T>> protobuf,
    IntFunction<Encoder<T>> json,
    IntFunction<Encoder<T>> zipkin,
    Function<SenderSettings, Sender> grpc,
    Function<Appendable, Exporter<T>> console) {

  public static final SignalFormat<ReadableSpan> SPANS =
      new SignalFormat<>(
          Signal.TRACES,
          OtlpEncoder::spans,
          OtlpEncoder::jsonSpans,
          ZipkinEncoder::new,
          settings -> GrpcSender.traces(settings),
          ConsoleExporter::spans);

  public static final SignalFormat<ReadableLogRecord> LOG_RECORDS =
      new SignalFormat<>(
          Signal.LOGS,
          OtlpEncoder::logRecords,
          OtlpEncoder::jsonLogRecords,
          maxBytes -> {
            throw new IllegalArgumentException("Zipkin takes spans only");
          },
          settings -> GrpcSender.logs(settings),
          ConsoleExporter::logRecords);
}
