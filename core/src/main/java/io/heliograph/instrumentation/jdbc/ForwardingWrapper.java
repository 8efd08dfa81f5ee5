package io.heliograph.instrumentation.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** Lets callers reach the driver's own objects, as if nothing were wrapped. */
abstract class ForwardingWrapper implements Wrapper {

  private final Wrapper delegate;

  ForwardingWrapper(Wrapper delegate) {
    this.delegate = delegate;
  }

  @Override
  public final <T> T unwrap(Class<T> iface) throws SQLException {
    if (iface.isInstance(delegate)) {
      return iface.cast(delegate);
    }
    return iface.isInstance(this) ? iface.cast(this) : delegate.unwrap(iface);
  }

  @Override
  public final boolean isWrapperFor(Class<?> iface) throws SQLException {
    return iface.isInstance(delegate) || iface.isInstance(this) || delegate.isWrapperFor(iface);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + delegate + "]";
  }
}
