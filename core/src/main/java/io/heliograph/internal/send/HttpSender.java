package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.http1.Http1Call;
import io.heliograph.internal.http1.Http1Client;
import io.heliograph.internal.http1.HttpResponse;
import io.heliograph.internal.http1.RequestHead;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Posts requests over HTTP/1.1, several at a time. A redirect is an answer like any other. */
public final class HttpSender implements Sender {

  private final SenderSettings settings;
  private final HttpFormat format;
  private final Clock clock;
  private final HttpAnswer answer;
  private final Set<Http1Call> inFlight = ConcurrentHashMap.newKeySet();
  private final Object lock = new Object();
  private @Nullable Http1Client client;
  private volatile boolean closed;

  /**
   * @param clock tells how far away the date in a Retry-After header is
   */
  public HttpSender(SenderSettings settings, HttpFormat format, Clock clock) {
    this.settings = settings;
    this.format = format;
    this.clock = clock;
    this.answer = new HttpAnswer(settings, format);
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    Http1Call call = post(payload);
    if (call == null) {
      done.accept(new SendResult.Aborted());
      return;
    }
    inFlight.add(call);
    call.whenDone(
        settings.timeout(),
        (response, thrown) -> {
          inFlight.remove(call);
          done.accept(result(call, response, thrown));
        });
    if (closed) {
      call.cancel();
    }
  }

  /** Null if closed. */
  private @Nullable Http1Call post(Payload payload) {
    byte[] body = payload.bytes();
    int length = payload.length();
    if (settings.gzip()) {
      body = Gzip.compress(body, length);
      length = body.length;
    }
    synchronized (lock) {
      return closed ? null : client().post(body, length);
    }
  }

  private Http1Client client() {
    Http1Client open = client;
    if (open == null) {
      open =
          new Http1Client(
              Endpoints.http(settings), head(), settings.maxResponseBytes(), HttpSender::thread);
      client = open;
    }
    return open;
  }

  /** What these threads do is not recorded, whatever it is that they call. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(Suppression.suppress(Context.root()).wrap(task), "heliograph-http");
    thread.setDaemon(true);
    return thread;
  }

  /** What the user sets comes last and wins. */
  private RequestHead head() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-type", format.contentType());
    headers.put("user-agent", UserAgent.VALUE);
    if (settings.gzip()) {
      headers.put("content-encoding", "gzip");
    }
    headers.putAll(settings.headers());
    return new RequestHead(settings.uri(), headers);
  }

  private SendResult result(
      Http1Call call, @Nullable HttpResponse response, @Nullable Throwable thrown) {
    if (response != null) {
      return answer.read(response, Instant.ofEpochSecond(0, clock.epochNanos()));
    }
    return closed || thrown == null
        ? new SendResult.Aborted()
        : HttpFailure.read(thrown, call.isSent());
  }

  @Override
  public String target() {
    return settings.target();
  }

  @Override
  public void close() {
    Http1Client open;
    synchronized (lock) {
      closed = true;
      open = client;
      client = null;
    }
    inFlight.forEach(Http1Call::cancel);
    if (open != null) {
      open.close();
    }
  }
}
