package io.heliograph.export;

import java.util.function.Consumer;

/**
 * Carries encoded requests to one destination: HTTP, gRPC or a file.
 *
 * <p>Opens its connection with the first request, so that it costs nothing at start-up.
 */
public interface Sender extends AutoCloseable {

  /** Sends without blocking the caller for long and answers exactly once, from any thread. */
  void send(Payload payload, Consumer<SendResult> done);

  /** Where it sends to, without user info or other secrets, for logs. */
  String target();

  /** Aborts what is in flight, answering it, and frees all resources. Idempotent. */
  @Override
  void close();
}
