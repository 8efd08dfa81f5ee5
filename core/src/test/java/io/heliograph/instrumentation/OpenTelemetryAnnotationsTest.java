package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTelemetryAnnotationsTest {

  @Test
  void areReadWhereTheyAre() {
    assertThat(OpenTelemetryAnnotations.ifPresent()).hasSize(1);
  }

  @Test
  void areNotMissedWhereTheyAreNot() throws Exception {
    Class<?> instrumentation =
        new WithoutAnnotations().loadClass(MethodInstrumentation.class.getName());
    Object methods =
        instrumentation
            .getConstructor(OpenTelemetry.class, String.class, List.class)
            .newInstance(OpenTelemetry.noop(), "test", List.of());

    assertThat(resolve(methods, instrumentation, Shop.class.getDeclaredMethod("withSpan")))
        .isNull();
  }

  private static Object resolve(Object methods, Class<?> type, Method method)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return type.getMethod("resolve", Method.class).invoke(methods, method);
  }

  private interface Shop {
    @WithSpan
    void withSpan();
  }

  /** Sees everything but OpenTelemetry's annotations, and loads the instrumentation itself. */
  private static final class WithoutAnnotations extends ClassLoader {

    WithoutAnnotations() {
      super(OpenTelemetryAnnotationsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.opentelemetry.instrumentation.annotations.")) {
        throw new ClassNotFoundException(name);
      }
      boolean own =
          name.startsWith("io.heliograph.instrumentation.")
              || name.equals("io.heliograph.Traced")
              || name.equals("io.heliograph.SpanAttribute");
      if (!own) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
