package io.heliograph.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatedContextStorageTest {

  private static final ContextKey<String> NAME = ContextKey.named("name");

  private final Vertx vertx = Vertx.vertx();
  private final ContextInternal eventLoop = (ContextInternal) vertx.getOrCreateContext();
  private final ContextInternal request = eventLoop.duplicate();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void findsWhatARequestStartedWithOnItsEventLoopAndOnWorkers() throws Exception {
    DuplicatedContextStorage.set(request, named("request"));

    assertThat(on(request, DuplicatedContextStorageTest::current)).isEqualTo("request");
    assertThat(blocking(request, DuplicatedContextStorageTest::current)).isEqualTo("request");
    assertThat(on(eventLoop.duplicate(), DuplicatedContextStorageTest::current)).isNull();
    assertThat(on(eventLoop, DuplicatedContextStorageTest::current)).isNull();
    assertThat(current()).isNull();
  }

  @Test
  void goesBackToWhatTheRequestStartedWith() throws Exception {
    DuplicatedContextStorage.set(request, named("request"));

    String inside =
        on(
            request,
            () -> {
              try (Scope ignored = named("method").makeCurrent()) {
                return current();
              }
            });

    assertThat(inside).isEqualTo("method");
    assertThat(on(request, DuplicatedContextStorageTest::current)).isEqualTo("request");
  }

  @Test
  void keepsThreadsApartThatWorkForOneRequest() throws Exception {
    DuplicatedContextStorage.set(request, named("request"));
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);

    CompletableFuture<String> left =
        onAWorker(
            () -> {
              try (Scope ignored = named("left").makeCurrent()) {
                opened.countDown();
                looked.await(10, TimeUnit.SECONDS);
                return current();
              }
            });
    opened.await(10, TimeUnit.SECONDS);
    String right = onAWorker(DuplicatedContextStorageTest::current).get(10, TimeUnit.SECONDS);
    looked.countDown();

    assertThat(right).isEqualTo("request");
    assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo("left");
  }

  @Test
  void doesNotShowTheNextRequestAScopeThatWasLeftOpen() throws Exception {
    for (int i = 0; i < 100; i++) {
      on(eventLoop.duplicate(), () -> named("leaked").makeCurrent());
    }

    assertThat(on(eventLoop.duplicate(), DuplicatedContextStorageTest::current)).isNull();
    assertThat(on(eventLoop, DuplicatedContextStorageTest::current)).isNull();
    assertThat(on(eventLoop.duplicate(), DuplicatedContextStorageTest::nested))
        .containsExactly("inner", "outer", null);
  }

  private static String[] nested() {
    String[] seen = new String[3];
    try (Scope outer = named("outer").makeCurrent()) {
      try (Scope inner = named("inner").makeCurrent()) {
        seen[0] = current();
      }
      seen[1] = current();
    }
    seen[2] = current();
    return seen;
  }

  @Test
  void keepsNothingForAContextThatRequestsShare() throws Exception {
    DuplicatedContextStorage.set(eventLoop, named("shared"));

    assertThat(on(eventLoop, DuplicatedContextStorageTest::current)).isNull();
    assertThat(on(eventLoop.duplicate(), DuplicatedContextStorageTest::current)).isNull();
  }

  @Test
  void keepsTheInnermostOpenScopeWhenAnOuterOneIsClosedFirst() throws Exception {
    String[] seen =
        on(
            request,
            () -> {
              Scope outer = named("outer").makeCurrent();
              Scope inner = named("inner").makeCurrent();
              outer.close();
              String between = String.valueOf(current());
              inner.close();
              return new String[] {between, String.valueOf(current())};
            });

    assertThat(seen).containsExactly("inner", "null");
  }

  @Test
  void goesBackToTheScopeOfARequestThatAnotherInterrupted() throws Exception {
    ContextInternal other = eventLoop.duplicate();
    DuplicatedContextStorage.set(other, named("other"));

    String[] seen =
        on(
            request,
            () -> {
              try (Scope ignored = named("method").makeCurrent()) {
                String[] inside = new String[2];
                other.dispatch(nothing -> inside[0] = current());
                inside[1] = current();
                return inside;
              }
            });

    assertThat(seen).containsExactly("other", "method");
  }

  private static Context named(String name) {
    return Context.root().with(NAME, name);
  }

  private static String current() {
    return Context.current().get(NAME);
  }

  private static <T> T on(ContextInternal context, Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    context.runOnContext(nothing -> complete(done, work));
    return done.get(10, TimeUnit.SECONDS);
  }

  private static <T> T blocking(ContextInternal context, Callable<T> work) throws Exception {
    return context
        .executeBlocking(work, false)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  /** As Quarkus' executor does it: any thread, with the request's Vert.x context. */
  private <T> CompletableFuture<T> onAWorker(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    new Thread(
            () -> {
              ContextInternal before = request.beginDispatch();
              complete(done, work);
              request.endDispatch(before);
            })
        .start();
    return done;
  }

  private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
    try {
      done.complete(work.call());
    } catch (Throwable failure) {
      done.completeExceptionally(failure);
    }
  }
}
