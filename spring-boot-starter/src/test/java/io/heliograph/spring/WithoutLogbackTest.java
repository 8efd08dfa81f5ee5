package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiverExtension;
import io.heliograph.spring.app.SpanOnly;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that logs with something else and has no class of Logback. */
class WithoutLogbackTest {

  @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

  @Test
  void recordsAsWithIt() throws Exception {
    try (URLClassLoader loader = withoutLogback()) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass(SpanOnly.class.getName())
          .getMethod("main", String[].class)
          .invoke(
              null,
              (Object)
                  new String[] {
                    "--heliograph.exporter.otlp.endpoint=" + OTLP.receiver().httpEndpoint()
                  });
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }

    assertThat(OTLP.receiver().awaitSpans(1)).extracting("name").containsExactly("without Logback");
    assertThat(OTLP.receiver().logs()).isEmpty();
  }

  private static URLClassLoader withoutLogback() throws IOException {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("logback-c"))
            .map(WithoutLogbackTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
