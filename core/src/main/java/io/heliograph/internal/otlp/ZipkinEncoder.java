package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.SpanEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans as Zipkin's JSON, version 2.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk_exporters/zipkin/">Zipkin
 *     exporter</a>
 */
public final class ZipkinEncoder implements Encoder<ReadableSpan> {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  private static final String UNKNOWN_SERVICE = "unknown_service:java";
  private static final String ERROR = "error";
  private static final long NANOS_PER_MICRO = 1000;

  /** Names of the other side, best first. */
  private static final List<AttributeKey<String>> REMOTE_NAMES =
      List.of(
          AttributeKey.stringKey("peer.service"),
          AttributeKey.stringKey("server.address"),
          AttributeKey.stringKey("net.peer.name"));

  private static final AttributeKey<String> REMOTE_ADDRESS =
      AttributeKey.stringKey("network.peer.address");
  private static final AttributeKey<Long> REMOTE_PORT = AttributeKey.longKey("network.peer.port");
  private static final AttributeKey<String> DATABASE = AttributeKey.stringKey("db.namespace");

  private final JsonWriter out;

  /**
   * @param maxBytes the largest request
   */
  public ZipkinEncoder(int maxBytes) {
    out = new JsonWriter(maxBytes);
  }

  @Override
  public boolean encode(List<ReadableSpan> batch) {
    out.reset();
    try {
      out.beginArray();
      batch.forEach(this::span);
      out.endArray();
      return true;
    } catch (RequestTooLarge tooLarge) {
      return false;
    }
  }

  @Override
  public byte[] array() {
    return out.array;
  }

  @Override
  public int length() {
    return out.size;
  }

  @Override
  public void trim(int bytes) {
    out.trim(bytes);
  }

  private void span(ReadableSpan span) {
    out.beginObject();
    text("traceId", span.spanContext().getTraceId());
    if (span.parentSpanContext().isValid()) {
      text("parentId", span.parentSpanContext().getSpanId());
    }
    text("id", span.spanContext().getSpanId());
    if (span.kind() != SpanKind.INTERNAL) {
      text("kind", span.kind().name());
    }
    text("name", span.name());
    number("timestamp", span.startEpochNanos() / NANOS_PER_MICRO);
    number("duration", micros(span));
    String service = span.resource().attributes().get(SERVICE_NAME);
    out.name("localEndpoint");
    out.beginObject();
    text("serviceName", service == null ? UNKNOWN_SERVICE : service);
    out.endObject();
    if (span.kind() == SpanKind.CLIENT || span.kind() == SpanKind.PRODUCER) {
      remoteEndpoint(span.attributes());
    }
    annotations(span.events());
    tags(span);
    out.endObject();
  }

  /** Zipkin takes 0 for unknown. */
  private static long micros(ReadableSpan span) {
    return Math.max(1, (span.endEpochNanos() - span.startEpochNanos()) / NANOS_PER_MICRO);
  }

  private void remoteEndpoint(Attributes attributes) {
    String name = remoteName(attributes);
    String address = attributes.get(REMOTE_ADDRESS);
    if (name == null && address == null) {
      return;
    }
    out.name("remoteEndpoint");
    out.beginObject();
    if (name != null) {
      text("serviceName", name);
    }
    if (address != null) {
      text(address.indexOf(':') >= 0 ? "ipv6" : "ipv4", address);
      Long port = attributes.get(REMOTE_PORT);
      if (port != null) {
        number("port", port);
      }
    }
    out.endObject();
  }

  private static @Nullable String remoteName(Attributes attributes) {
    for (AttributeKey<String> key : REMOTE_NAMES) {
      String name = attributes.get(key);
      if (name != null) {
        return name;
      }
    }
    return attributes.get(REMOTE_ADDRESS) == null ? attributes.get(DATABASE) : null;
  }

  private void annotations(List<SpanEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    out.name("annotations");
    out.beginArray();
    for (SpanEvent event : events) {
      out.beginObject();
      number("timestamp", event.epochNanos() / NANOS_PER_MICRO);
      text("value", ZipkinAnnotation.of(event.name(), event.attributes()));
      out.endObject();
    }
    out.endArray();
  }

  private void tags(ReadableSpan span) {
    out.name("tags");
    out.beginObject();
    span.attributes()
        .forEach(
            (key, value) -> {
              // In Zipkin the mere presence of this tag is what makes a span red.
              if (!key.getKey().equals(ERROR)) {
                text(key.getKey(), ValueText.of(value));
              }
            });
    status(span);
    scope(span.instrumentationScope());
    count("otel.dropped_attributes_count", span.droppedAttributes());
    count("otel.dropped_events_count", span.droppedEvents());
    out.endObject();
  }

  private void status(ReadableSpan span) {
    if (span.statusCode() != StatusCode.UNSET) {
      text("otel.status_code", span.statusCode().name());
    }
    if (span.statusCode() == StatusCode.ERROR) {
      text(ERROR, span.statusDescription());
    }
  }

  /** Under its present and its former names, which the specification still asks for. */
  private void scope(InstrumentationScope scope) {
    text("otel.scope.name", scope.name());
    text("otel.library.name", scope.name());
    String version = scope.version();
    if (version != null) {
      text("otel.scope.version", version);
      text("otel.library.version", version);
    }
  }

  private void count(String tag, int dropped) {
    if (dropped != 0) {
      text(tag, Integer.toString(dropped));
    }
  }

  private void text(String name, String value) {
    out.name(name);
    out.quoted(value);
  }

  private void number(String name, long value) {
    out.name(name);
    out.plain(Long.toString(value));
  }
}
