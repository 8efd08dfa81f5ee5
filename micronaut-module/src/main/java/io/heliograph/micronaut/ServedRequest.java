package io.heliograph.micronaut;

import io.heliograph.instrumentation.Operation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;
import org.jspecify.annotations.Nullable;

/**
 * A request until its answer is written or its connection lost: the server then releases all
 * attributes of the request, of which this is one.
 */
final class ServedRequest extends AbstractReferenceCounted {

  private static final String KEY = ServedRequest.class.getName();

  private final Operation<HttpResponse<?>> operation;
  private volatile @Nullable HttpResponse<?> response;
  private volatile @Nullable Throwable failure;

  private ServedRequest(Operation<HttpResponse<?>> operation) {
    this.operation = operation;
  }

  static void begin(HttpRequest<?> request, Operation<HttpResponse<?>> operation) {
    request.setAttribute(KEY, new ServedRequest(operation));
  }

  /** Null before {@link #begin}. */
  static @Nullable ServedRequest of(HttpRequest<?> request) {
    return request.getAttribute(KEY, ServedRequest.class).orElse(null);
  }

  /** What is about to be written. */
  void answer(@Nullable HttpResponse<?> response, @Nullable Throwable failure) {
    this.failure = failure;
    this.response = response;
  }

  @Override
  protected void deallocate() {
    operation.end(response, failure);
  }

  @Override
  public ReferenceCounted touch(Object hint) {
    return this;
  }
}
