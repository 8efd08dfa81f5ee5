package io.heliograph.spring;

import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A request over all its dispatches, kept in its {@link ServletSlot}; its asynchronous end, if any,
 * is heard of here.
 */
final class ServletExchange implements AsyncListener {

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Operation<ServletExchange> operation;
  private final boolean endIsTold;
  private volatile @Nullable Throwable error;
  private @Nullable Scope kept;
  private volatile @Nullable String route;

  /**
   * @param endIsTold whether {@link #release} will be called when the container has done with it
   */
  ServletExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      Operation<ServletExchange> operation,
      boolean endIsTold) {
    this.request = request;
    this.response = response;
    this.operation = operation;
    this.endIsTold = endIsTold;
  }

  Operation<ServletExchange> operation() {
    return operation;
  }

  HttpServletResponse response() {
    return response;
  }

  /** What the container will answer, if it has to, is not yet set when an exception leaves. */
  int statusCode() {
    boolean unanswered = error != null && !response.isCommitted() && response.getStatus() < 400;
    return unanswered ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
  }

  /** The route before an error page's took its place, {@code null} if there was no such page. */
  @Nullable String route() {
    return route;
  }

  void keepRoute(@Nullable String route) {
    this.route = route;
  }

  void fail(Throwable thrown) {
    Throwable cause = thrown instanceof ServletException ? thrown.getCause() : null;
    error = cause == null ? thrown : cause;
  }

  /** Closes the scope, of a failure as soon as the container has logged what it logs of it. */
  void leave(Scope scope) {
    if (error != null && isReleasedOnThisThread()) {
      kept = scope;
    } else {
      scope.close();
    }
  }

  private boolean isReleasedOnThisThread() {
    return endIsTold
        && request.getDispatcherType() == DispatcherType.REQUEST
        && !request.isAsyncStarted();
  }

  /** Closes the scope that {@link #leave} has not closed; on the same thread. */
  void release() {
    Scope scope = kept;
    if (scope != null) {
      kept = null;
      scope.close();
    }
  }

  void end() {
    operation.end(this, error == null ? resolved() : error);
  }

  /** What an exception handler made an answer of is a failure only if the answer says so. */
  private @Nullable Throwable resolved() {
    return response.getStatus() >= 500
            && request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Throwable t
        ? t
        : null;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable thrown = event.getThrowable();
    if (thrown != null) {
      fail(thrown);
    }
  }

  /** The container, or Spring, answers it and then completes. */
  @Override
  public void onTimeout(AsyncEvent event) {}

  /** A new cycle has forgotten its listeners. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
