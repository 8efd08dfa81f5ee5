package io.heliograph.internal.jvm;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.context.Context;
import java.time.Duration;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** What JMX does not tell: allocation, contention, context switches and network traffic. */
public final class FlightRecording {

  private static final AttributeKey<String> DIRECTION =
      AttributeKey.stringKey("network.io.direction");
  private static final Attributes RECEIVED = Attributes.of(DIRECTION, "receive");
  private static final Attributes SENT = Attributes.of(DIRECTION, "transmit");
  private static final Duration LONG_LOCK = Duration.ofMillis(20);
  private static final Duration SWITCH_RATE_PERIOD = Duration.ofSeconds(1);
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final JvmInstruments instruments;
  private final LongCounter allocation;
  private final DoubleHistogram locks;
  private final DoubleGauge switches;
  private final LongHistogram traffic;
  private final DoubleHistogram trafficTime;

  private FlightRecording(JvmInstruments instruments) {
    this.instruments = instruments;
    allocation =
        instruments
            .meter()
            .counterBuilder("jvm.memory.allocation")
            .setUnit("By")
            .setDescription("Memory allocated on the heap, estimated from samples.")
            .build();
    locks = seconds("jvm.cpu.longlock", "How long threads waited to enter a monitor.");
    switches =
        instruments
            .meter()
            .gaugeBuilder("jvm.cpu.context_switch")
            .setUnit("Hz")
            .setDescription("Context switches of the whole system.")
            .build();
    traffic =
        instruments
            .meter()
            .histogramBuilder("jvm.network.io")
            .ofLongs()
            .setUnit("By")
            .setDescription("Bytes of one read or write of a socket.")
            .build();
    trafficTime = seconds("jvm.network.time", "Duration of one read or write of a socket.");
  }

  private DoubleHistogram seconds(String name, String description) {
    return instruments
        .meter()
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(description)
        .build();
  }

  /** Starts a recording that ends with the instruments. */
  public static void register(JvmInstruments instruments) {
    FlightRecording recording = new FlightRecording(instruments);
    RecordingStream stream = new RecordingStream();
    instruments.onClose(stream);
    stream.onError(thrown -> instruments.faults().report("flight recording", thrown));
    recording.listen(stream);
    stream.startAsync();
  }

  private void listen(RecordingStream stream) {
    stream.enable("jdk.ObjectAllocationSample").with("throttle", "150/s").withoutStackTrace();
    stream.enable("jdk.JavaMonitorEnter").withThreshold(LONG_LOCK).withoutStackTrace();
    stream.enable("jdk.ThreadContextSwitchRate").withPeriod(SWITCH_RATE_PERIOD);
    stream.enable("jdk.SocketRead").withoutThreshold().withoutStackTrace();
    stream.enable("jdk.SocketWrite").withoutThreshold().withoutStackTrace();
    stream.onEvent(
        "jdk.ObjectAllocationSample",
        event -> allocation.add(event.getLong("weight"), Attributes.empty(), Context.root()));
    stream.onEvent("jdk.JavaMonitorEnter", event -> duration(locks, event, Attributes.empty()));
    stream.onEvent(
        "jdk.ThreadContextSwitchRate", event -> switches.set(event.getFloat("switchRate")));
    stream.onEvent("jdk.SocketRead", event -> traffic(event, "bytesRead", RECEIVED));
    stream.onEvent("jdk.SocketWrite", event -> traffic(event, "bytesWritten", SENT));
  }

  private void traffic(RecordedEvent event, String bytes, Attributes direction) {
    // -1 at the end of the stream.
    traffic.record(Math.max(0, event.getLong(bytes)), direction, Context.root());
    duration(trafficTime, event, direction);
  }

  private static void duration(
      DoubleHistogram histogram, RecordedEvent event, Attributes attributes) {
    double seconds = event.getDuration().toNanos() / NANOS_PER_SECOND;
    histogram.record(seconds, attributes, Context.root());
  }
}
