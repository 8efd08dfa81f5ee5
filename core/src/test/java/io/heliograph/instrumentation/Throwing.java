package io.heliograph.instrumentation;

/** Throws anything from anywhere. */
final class Throwing {

  private Throwing() {}

  /** Throws a new instance of a class; declared to return so that callers can say {@code throw}. */
  static RuntimeException sneaky(Class<? extends Throwable> type) {
    Throwable thrown;
    try {
      thrown = type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return Throwing.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
