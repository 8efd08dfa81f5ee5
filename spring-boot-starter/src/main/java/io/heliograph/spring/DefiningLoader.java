package io.heliograph.spring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;

/**
 * Defines classes in another's class loader as the loader does itself: under its lock of the name,
 * and only what is not there yet. So nobody who loads the same class at the same time notices.
 *
 * <p>Not {@link Lookup#defineClass}, which takes no lock, and checks a class that may never be
 * used.
 */
final class DefiningLoader {

  private final ClassLoader loader;
  private final MethodHandle lock;
  private final MethodHandle loaded;
  private final MethodHandle define;

  /**
   * Takes the rights of a subclass.
   *
   * @throws IllegalAccessException if the loader is one of the JDK's
   */
  DefiningLoader(ClassLoader loader) throws ReflectiveOperationException {
    this.loader = loader;
    Class<?> type = loader.getClass();
    Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    this.lock = method(lookup, "getClassLoadingLock", Object.class, String.class);
    this.loaded = method(lookup, "findLoadedClass", Class.class, String.class);
    this.define =
        method(
            lookup,
            "defineClass",
            Class.class,
            String.class,
            byte[].class,
            int.class,
            int.class,
            ProtectionDomain.class);
  }

  private static MethodHandle method(
      Lookup lookup, String name, Class<?> result, Class<?>... parameters)
      throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(result, parameters);
    return lookup
        .findVirtual(lookup.lookupClass(), name, type)
        .asType(type.insertParameterTypes(0, ClassLoader.class));
  }

  /**
   * Answers whether the class was not there before.
   *
   * @throws LinkageError if it is no class that this loader can have
   */
  @SuppressWarnings("ThrowSpecificity") // a method handle may throw anything
  boolean define(String name, byte[] bytes, ProtectionDomain domain) throws Throwable {
    synchronized ((Object) lock.invokeExact(loader, name)) {
      if ((Class<?>) loaded.invokeExact(loader, name) != null) {
        return false;
      }
      Class<?> ignored =
          (Class<?>) define.invokeExact(loader, name, bytes, 0, bytes.length, domain);
      return true;
    }
  }
}
