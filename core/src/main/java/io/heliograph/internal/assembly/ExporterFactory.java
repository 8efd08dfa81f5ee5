package io.heliograph.internal.assembly;

import io.heliograph.config.Compression;
import io.heliograph.config.DestinationSettings;
import io.heliograph.config.OtlpProtocol;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Sender;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.export.OtlpExporter;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.send.DaemonTimer;
import io.heliograph.internal.send.DeliveryLog;
import io.heliograph.internal.send.HttpFormat;
import io.heliograph.internal.send.HttpSender;
import io.heliograph.internal.send.RetryPolicy;
import io.heliograph.internal.send.RetryingSender;
import io.heliograph.internal.send.SenderSettings;
import io.heliograph.pipeline.Clock;
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
    int maxRequest = (int) settings.transfer().maxRequestSize();
    boolean json = settings.protocol() == OtlpProtocol.HTTP_JSON;
    Supplier<Encoder<ReadableSpan>> encoders =
        json ? () -> OtlpEncoder.jsonSpans(maxRequest) : () -> OtlpEncoder.spans(maxRequest);
    HttpFormat format = json ? HttpFormat.OTLP_JSON : HttpFormat.OTLP_PROTOBUF;
    return sending(settings, encoders, new HttpSender(sender(settings), format, clock));
  }

  private Opened sending(
      DestinationSettings settings, Supplier<Encoder<ReadableSpan>> encoders, Sender sender) {
    DeliveryLog delivery =
        new DeliveryLog(
            log, sender.target(), "heliograph.exporter.otlp.endpoint", "heliograph.exporter.otlp.headers");
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

  private static SenderSettings sender(DestinationSettings settings) {
    return new SenderSettings(
        Objects.requireNonNull(settings.endpoint(), "endpoint"),
        settings.headers(),
        settings.timeout(),
        settings.compression() == Compression.GZIP,
        null,
        false,
        (int) settings.transfer().maxResponseSize());
  }
}
