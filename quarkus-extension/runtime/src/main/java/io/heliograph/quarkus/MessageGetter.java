package io.heliograph.quarkus;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.eventbus.Message;
import org.jspecify.annotations.Nullable;

/** Reads the headers of messages on the event bus. */
enum MessageGetter implements TextMapGetter<Message<?>> {
  INSTANCE;

  @Override
  public Iterable<String> keys(Message<?> message) {
    return message.headers().names();
  }

  @Override
  public @Nullable String get(@Nullable Message<?> message, String key) {
    return message == null ? null : message.headers().get(key);
  }
}
