package io.heliograph.micrometer;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What an observation says about its span. */
final class SpanDescription {

  private static final AttributeKey<String> PEER_NAME = stringKey("service.peer.name");
  private static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  private static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
  private static final AttributeKey<Long> CLIENT_PORT = longKey("client.port");

  private SpanDescription() {}

  /** Takes an attribute, on a span or before there is one. */
  interface Sink {
    <T> void set(AttributeKey<T> key, T value);
  }

  static String name(Observation.ContextView observation) {
    String contextual = observation.getContextualName();
    String name = contextual == null || contextual.isBlank() ? observation.getName() : contextual;
    return name == null ? "" : name;
  }

  static SpanKind kind(Observation.ContextView observation) {
    if (observation instanceof ReceiverContext<?> receiver) {
      return kind(receiver.getKind());
    }
    return observation instanceof SenderContext<?> sender
        ? kind(sender.getKind())
        : SpanKind.INTERNAL;
  }

  private static SpanKind kind(Kind kind) {
    return switch (kind) {
      case SERVER -> SpanKind.SERVER;
      case CLIENT -> SpanKind.CLIENT;
      case PRODUCER -> SpanKind.PRODUCER;
      case CONSUMER -> SpanKind.CONSUMER;
    };
  }

  /** What became known since the start. */
  static void finish(Span span, Observation.ContextView observation) {
    span.updateName(name(observation));
    describe(span::setAttribute, observation);
  }

  /** Micrometer writes "none" where a value is missing, since its meters need every key. */
  static void describe(Sink span, Observation.ContextView observation) {
    for (KeyValue pair : observation.getAllKeyValues()) {
      if (!pair.getValue().equals(KeyValue.NONE_VALUE)) {
        span.set(stringKey(pair.getKey()), pair.getValue());
      }
    }
    if (observation instanceof SenderContext<?> sender) {
      setIfPresent(span, PEER_NAME, sender.getRemoteServiceName());
      setAddress(span, SERVER_ADDRESS, SERVER_PORT, sender.getRemoteServiceAddress());
    } else if (observation instanceof ReceiverContext<?> receiver) {
      setIfPresent(span, PEER_NAME, receiver.getRemoteServiceName());
      setAddress(span, CLIENT_ADDRESS, CLIENT_PORT, receiver.getRemoteServiceAddress());
    }
  }

  private static void setIfPresent(Sink span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      span.set(key, value);
    }
  }

  /** An address is a URL by Micrometer's documentation, and whatever else in practice. */
  private static void setAddress(
      Sink span, AttributeKey<String> hostKey, AttributeKey<Long> portKey, @Nullable String text) {
    URI address = text == null || text.isBlank() ? null : parse(text);
    if (address == null || address.getHost() == null) {
      setIfPresent(span, hostKey, text);
      return;
    }
    span.set(hostKey, address.getHost());
    if (address.getPort() > 0) {
      span.set(portKey, (long) address.getPort());
    }
  }

  private static @Nullable URI parse(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException noUri) {
      return null;
    }
  }
}
