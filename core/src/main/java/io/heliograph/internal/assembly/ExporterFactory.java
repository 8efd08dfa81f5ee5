package io.heliograph.internal.assembly;

import io.heliograph.config.DestinationSettings;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.config.DestinationSettings.Part;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Sender;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.export.ConsoleExporter;
import io.heliograph.internal.export.FileExporter;
import io.heliograph.internal.export.OtlpExporter;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.otlp.ZipkinEncoder;
import io.heliograph.internal.send.DaemonTimer;
import io.heliograph.internal.send.DeliveryLog;
import io.heliograph.internal.send.GrpcSender;
import io.heliograph.internal.send.HttpFormat;
import io.heliograph.internal.send.HttpSender;
import io.heliograph.internal.send.RetryPolicy;
import io.heliograph.internal.send.RetryingSender;
import io.heliograph.internal.send.SenderSettings;
import io.heliograph.pipeline.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Makes the exporter that a destination's settings describe. */
public final class ExporterFactory {

  private static final double BACKOFF_MULTIPLIER = 2;

  private final Clock clock;
  private final ThrottledLog log;
  private final DaemonTimer timer;

  public ExporterFactory(Clock clock, ThrottledLog log, DaemonTimer timer) {
    this.clock = clock;
    this.log = log;
    this.timer = timer;
  }

  /** An exporter, and what is told at shutdown until when it may retry. */
  record Opened(Exporter<ReadableSpan> exporter, LongConsumer deadline) {}

  Opened open(DestinationSettings settings) {
    return switch (settings.type()) {
      case OTLP -> otlp(settings);
      case ZIPKIN -> zipkin(settings);
      case FILE -> file(settings);
      case CONSOLE -> new Opened(new ConsoleExporter(standardOutput()), deadline -> {});
    };
  }

  private Opened otlp(DestinationSettings settings) {
    int maxRequest = (int) settings.transfer().maxRequestSize();
    SenderSettings target = SenderFactory.settings(settings);
    return switch (settings.protocol()) {
      case GRPC ->
          sending(settings, () -> OtlpEncoder.spans(maxRequest), GrpcSender.traces(target));
      case HTTP_PROTOBUF ->
          sending(
              settings,
              () -> OtlpEncoder.spans(maxRequest),
              new HttpSender(target, HttpFormat.OTLP_PROTOBUF, clock));
      case HTTP_JSON ->
          sending(
              settings,
              () -> OtlpEncoder.jsonSpans(maxRequest),
              new HttpSender(target, HttpFormat.OTLP_JSON, clock));
    };
  }

  private Opened zipkin(DestinationSettings settings) {
    return sending(
        settings,
        () -> new ZipkinEncoder((int) settings.transfer().maxRequestSize()),
        new HttpSender(SenderFactory.settings(settings), HttpFormat.ZIPKIN_JSON, clock));
  }

  private Opened file(DestinationSettings settings) {
    FileOutput file = Objects.requireNonNull(settings.file(), "file");
    int maxRequest = (int) settings.transfer().maxRequestSize();
    String key = settings.key(Part.FILE);
    DeliveryLog delivery = new DeliveryLog(log, file.path().toString(), key, key);
    return new Opened(
        new FileExporter<>(
            file.path(),
            file.maxSize(),
            file.maxFiles(),
            () -> OtlpEncoder.jsonSpans(maxRequest),
            delivery),
        deadline -> {});
  }

  /** The process's own, wherever the program has pointed {@code System.out}. */
  private static PrintStream standardOutput() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  private Opened sending(
      DestinationSettings settings, Supplier<Encoder<ReadableSpan>> encoders, Sender sender) {
    DeliveryLog delivery =
        new DeliveryLog(
            log, sender.target(), settings.key(Part.ENDPOINT), settings.key(Part.HEADERS));
    RetryingSender retrying = new RetryingSender(sender, retry(settings.retry()), timer, delivery);
    return new Opened(new OtlpExporter<>(encoders, retrying, delivery), retrying::deadline);
  }

  private static RetryPolicy retry(DestinationSettings.Retry retry) {
    return new RetryPolicy(
        retry.initialBackoff(),
        retry.maxBackoff(),
        BACKOFF_MULTIPLIER,
        retry.maxElapsed(),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
