package io.heliograph;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that can only be made once the engine has started. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Two that are made at the same time must be alike. */
  @Override
  public T get() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
