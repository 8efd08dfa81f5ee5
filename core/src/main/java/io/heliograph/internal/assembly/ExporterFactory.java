package io.heliograph.internal.assembly;

import io.heliograph.config.DestinationSettings;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.config.DestinationSettings.Part;
import io.heliograph.config.OtlpProtocol;
import io.heliograph.export.Exporter;
import io.heliograph.export.Sender;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.export.FileExporter;
import io.heliograph.internal.export.OtlpExporter;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.send.DaemonTimer;
import io.heliograph.internal.send.DeliveryLog;
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
import java.util.function.LongSupplier;
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

  /**
   * An exporter.
   *
   * @param deadline told at shutdown until when it may retry
   * @param possibleDuplicates see {@link RetryingSender#possibleDuplicates}
   */
  record Opened<T>(Exporter<T> exporter, LongConsumer deadline, LongSupplier possibleDuplicates) {

    /** One that never sends anything twice. */
    static <T> Opened<T> once(Exporter<T> exporter) {
      return new Opened<>(exporter, deadline -> {}, () -> 0);
    }
  }

  <T> Opened<T> open(
      DestinationSettings settings, SignalFormat<T> format, DeliveryHistory history) {
    return switch (settings.type()) {
      case OTLP -> otlp(settings, format, history);
      case ZIPKIN -> zipkin(settings, format, history);
      case FILE -> Opened.once(file(settings, format, history));
      case CONSOLE -> Opened.once(format.console(standardOutput()));
    };
  }

  private <T> Opened<T> otlp(
      DestinationSettings settings, SignalFormat<T> format, DeliveryHistory history) {
    int maxRequest = maxRequest(settings);
    SenderSettings target = SenderFactory.settings(settings);
    Supplier<Encoder<T>> encoders =
        settings.protocol() == OtlpProtocol.HTTP_JSON
            ? () -> format.json(maxRequest)
            : () -> format.protobuf(maxRequest);
    Sender sender =
        switch (settings.protocol()) {
          case GRPC -> format.grpc(target);
          case HTTP_PROTOBUF -> new HttpSender(target, HttpFormat.OTLP_PROTOBUF, clock);
          case HTTP_JSON -> new HttpSender(target, HttpFormat.OTLP_JSON, clock);
        };
    return sending(settings, encoders, sender, history);
  }

  private <T> Opened<T> zipkin(
      DestinationSettings settings, SignalFormat<T> format, DeliveryHistory history) {
    int maxRequest = maxRequest(settings);
    return sending(
        settings,
        () -> format.zipkin(maxRequest),
        new HttpSender(SenderFactory.settings(settings), HttpFormat.ZIPKIN_JSON, clock),
        history);
  }

  private <T> Exporter<T> file(
      DestinationSettings settings, SignalFormat<T> format, DeliveryHistory history) {
    FileOutput file = Objects.requireNonNull(settings.file(), "file");
    int maxRequest = maxRequest(settings);
    String key = settings.key(Part.FILE);
    DeliveryLog delivery = new DeliveryLog(log, history, file.path().toString(), key, key);
    return new FileExporter<>(
        file.path(), file.maxSize(), file.maxFiles(), () -> format.json(maxRequest), delivery);
  }

  private static int maxRequest(DestinationSettings settings) {
    return (int) settings.transfer().maxRequestSize();
  }

  /** The process's own, wherever the program has pointed {@code System.out}. */
  private static PrintStream standardOutput() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  private <T> Opened<T> sending(
      DestinationSettings settings,
      Supplier<Encoder<T>> encoders,
      Sender sender,
      DeliveryHistory history) {
    DeliveryLog delivery =
        new DeliveryLog(
            log, history, sender.target(), settings.key(Part.ENDPOINT), settings.key(Part.HEADERS));
    RetryingSender retrying = new RetryingSender(sender, retry(settings.retry()), timer, delivery);
    return new Opened<>(
        new OtlpExporter<>(encoders, retrying, delivery),
        retrying::deadline,
        retrying::possibleDuplicates);
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
