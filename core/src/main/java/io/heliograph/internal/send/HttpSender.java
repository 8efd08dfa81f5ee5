package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Posts requests over HTTP/1.1, several at a time. */
public final class HttpSender implements Sender {

  private final SenderSettings settings;
  private final HttpFormat format;
  private final Clock clock;
  private final HttpAnswer answer;
  private final URI uri;
  private final Set<HttpExchange> inFlight = ConcurrentHashMap.newKeySet();
  private final Object lock = new Object();
  private @Nullable HttpConnection connection;
  private volatile boolean closed;

  /**
   * @param clock tells how far away the date in a Retry-After header is
   */
  public HttpSender(SenderSettings settings, HttpFormat format, Clock clock) {
    this.settings = settings;
    this.format = format;
    this.clock = clock;
    this.answer = new HttpAnswer(settings, format);
    this.uri = settings.uri();
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    HttpConnection open = connection();
    if (open == null) {
      done.accept(new SendResult.Aborted());
      return;
    }
    HttpRequest request = request(payload);
    HttpExchange exchange =
        Suppression.suppress(Context.current()).wrapSupplier(() -> exchange(open, request)).get();
    inFlight.add(exchange);
    exchange.whenDone(
        (response, thrown) -> {
          inFlight.remove(exchange);
          done.accept(result(response, thrown));
        });
    if (closed) {
      exchange.abort();
    }
  }

  private HttpExchange exchange(HttpConnection open, HttpRequest request) {
    return new HttpExchange(
        open.client().sendAsync(request, head -> new BoundedBody(settings.maxResponseBytes())),
        settings.timeout());
  }

  private @Nullable HttpConnection connection() {
    synchronized (lock) {
      if (connection == null && !closed) {
        connection = new HttpConnection(settings.timeout(), settings.tls());
      }
      return closed ? null : connection;
    }
  }

  private HttpRequest request(Payload payload) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", format.contentType())
            .header("User-Agent", UserAgent.VALUE)
            .POST(body(payload));
    if (settings.gzip()) {
      request.header("Content-Encoding", "gzip");
    }
    settings.headers().forEach(request::setHeader);
    return request.build();
  }

  private BodyPublisher body(Payload payload) {
    return settings.gzip()
        ? BodyPublishers.ofByteArray(Gzip.compress(payload.bytes(), payload.length()))
        : BodyPublishers.ofByteArray(payload.bytes(), 0, payload.length());
  }

  private SendResult result(@Nullable HttpResponse<byte[]> response, @Nullable Throwable thrown) {
    if (response != null) {
      return answer.read(response, Instant.ofEpochSecond(0, clock.epochNanos()));
    }
    return closed || thrown == null ? new SendResult.Aborted() : HttpFailure.read(thrown);
  }

  @Override
  public String target() {
    return settings.target();
  }

  @Override
  public void close() {
    HttpConnection open;
    synchronized (lock) {
      closed = true;
      open = connection;
      connection = null;
    }
    inFlight.forEach(HttpExchange::abort);
    if (open != null) {
      open.close();
    }
  }
}
