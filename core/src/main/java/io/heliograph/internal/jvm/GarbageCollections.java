package io.heliograph.internal.jvm;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.context.Context;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * {@code jvm.gc.duration}, from the notifications of the collectors.
 *
 * <p>Listens from the first reading of metrics on: to load JMX costs 30 ms of CPU, which a start
 * shall not wait for.
 */
public final class GarbageCollections implements NotificationListener, AutoCloseable {

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("jvm.gc.name");
  private static final AttributeKey<String> ACTION = AttributeKey.stringKey("jvm.gc.action");
  private static final AttributeKey<String> CAUSE = AttributeKey.stringKey("jvm.gc.cause");
  private static final double MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

  private final DoubleHistogram duration;
  private final boolean withCause;
  private final JvmInstruments instruments;

  /** Guarded by this, like the state beside it. */
  private final List<NotificationEmitter> emitters = new ArrayList<>();

  private boolean closed;

  private GarbageCollections(JvmInstruments instruments, boolean withCause) {
    this.instruments = instruments;
    this.withCause = withCause;
    this.duration =
        instruments
            .meter()
            .histogramBuilder("jvm.gc.duration")
            .setUnit("s")
            .setDescription("Duration of JVM garbage collection actions.")
            .setExplicitBucketBoundariesAdvice(List.of(0.01, 0.1, 1.0, 10.0))
            .build();
  }

  /** Listens until the instruments are closed. */
  public static void register(JvmInstruments instruments, boolean withCause) {
    GarbageCollections collections = new GarbageCollections(instruments, withCause);
    instruments.onClose(collections);
    instruments.beforeFirstReading(collections::listen);
  }

  private synchronized void listen() {
    if (closed) {
      return;
    }
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(this, null, null);
        emitters.add(emitter);
      }
    }
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    String type = GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;
    try {
      if (type.equals(notification.getType())) {
        record(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
      }
    } catch (Throwable thrown) {
      instruments.faults().report("garbage collection notification", thrown);
    }
  }

  private void record(GarbageCollectionNotificationInfo collection) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(NAME, collection.getGcName()).put(ACTION, collection.getGcAction());
    if (withCause) {
      attributes.put(CAUSE, collection.getGcCause());
    }
    double seconds = collection.getGcInfo().getDuration() / MILLIS_PER_SECOND;
    duration.record(seconds, attributes.build(), Context.root());
  }

  @Override
  public synchronized void close() throws ListenerNotFoundException {
    closed = true;
    for (NotificationEmitter emitter : emitters) {
      emitter.removeNotificationListener(this);
    }
    emitters.clear();
  }
}
