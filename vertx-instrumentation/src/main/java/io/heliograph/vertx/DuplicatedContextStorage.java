package io.heliograph.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.ContextStorageProvider;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a request started with in its duplicated Vert.x context, where every thread that works
 * for the request finds it, and what a scope made current on the thread that opened the scope.
 *
 * <p>Scopes are not kept in the duplicated context: two threads may work for one request at the
 * same time, and would see each other's. A scope counts only while its own Vert.x context is
 * current, so that one that was left open on an event loop is not seen by the next request.
 */
public final class DuplicatedContextStorage implements ContextStorage, ContextStorageProvider {

  private static final String KEY = DuplicatedContextStorage.class.getName();

  /** How many Vert.x contexts may have open scopes on one thread; bounds what leaks can keep. */
  private static final int MAX_NESTED = 16;

  private final ContextStorage otherThreads = ContextStorage.defaultStorage();

  @SuppressWarnings("ThreadLocalUsage") // OpenTelemetry makes one storage
  private final ThreadLocal<@Nullable Attached> attached = new ThreadLocal<>();

  /** Makes a context current for all that is done in a duplicated one and nothing else is. */
  static void set(io.vertx.core.Context request, Context context) {
    if (isDuplicated(request)) {
      request.putLocal(KEY, context);
    }
  }

  /** What is current in a Vert.x context, by its scopes if it is the one of this thread. */
  static Context of(io.vertx.core.Context request) {
    Context kept =
        request.equals(Vertx.currentContext()) || !isDuplicated(request)
            ? null
            : request.getLocal(KEY);
    return kept == null ? Context.current() : kept;
  }

  private static boolean isDuplicated(io.vertx.core.Context context) {
    return ((ContextInternal) context).isDuplicate();
  }

  @Override
  public ContextStorage get() {
    return this;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public Scope attach(@Nullable Context context) {
    io.vertx.core.Context owner = Vertx.currentContext();
    if (context == null) {
      return Scope.noop();
    }
    if (owner == null || !isDuplicated(owner)) {
      return otherThreads.attach(context);
    }
    Attached scope = new Attached(owner, context, attached.get());
    attached.set(scope);
    return scope;
  }

  @Override
  public @Nullable Context current() {
    io.vertx.core.Context owner = Vertx.currentContext();
    if (owner == null || !isDuplicated(owner)) {
      return otherThreads.current();
    }
    Attached scope = attached.get();
    return scope != null && scope.owner.equals(owner) ? scope.context : owner.getLocal(KEY);
  }

  /** An open scope. */
  private final class Attached implements Scope {

    private final io.vertx.core.Context owner;
    private final Context context;
    private final @Nullable Attached before;
    private final int nested;
    private boolean closed;

    Attached(io.vertx.core.Context owner, Context context, @Nullable Attached before) {
      boolean other = before != null && !before.owner.equals(owner);
      int depth = (before == null ? 0 : before.nested) + (other ? 1 : 0);
      this.owner = owner;
      this.context = context;
      this.before = depth > MAX_NESTED ? null : before;
      this.nested = depth > MAX_NESTED ? 0 : depth;
    }

    /** In whatever order scopes are closed, the innermost open one stays. */
    @Override
    public void close() {
      closed = true;
      if (Objects.equals(attached.get(), this)) {
        Attached open = before;
        while (open != null && open.closed) {
          open = open.before;
        }
        attached.set(open);
      }
    }
  }
}
