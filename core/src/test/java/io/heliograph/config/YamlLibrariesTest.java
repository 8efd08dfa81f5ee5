package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core brings no YAML library: each one alone is enough, and none is a clear answer. */
class YamlLibrariesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"org.snakeyaml.", "org.yaml.", "nothing"})
  void readsWithTheLibraryThatIsThere(String hidden) throws Exception {
    assertThat(loadWithout(hidden)).isNull();
  }

  @Test
  void saysWhatIsMissingWithoutAny() throws Exception {
    assertThat(loadWithout("org.snakeyaml.", "org.yaml."))
        .hasMessageContaining("must be unset while no YAML library is on the class path")
        .hasMessageContaining("Maybe add org.snakeyaml:snakeyaml-engine to the application");
  }

  @ParameterizedTest
  @ValueSource(classes = {SnakeYamlReader.class, SnakeYamlEngineReader.class})
  void readsTheSameTreeWithEither(Class<? extends YamlReader> type) throws Exception {
    YamlReader reader = type.getDeclaredConstructor().newInstance();
    YamlNode root = reader.read("a: &x [1, {b: ~}]\n\nc: *x\n");
    Map<String, YamlNode> entries = root.entries();
    assertThat(entries).containsOnlyKeys("a", "c");
    assertThat(entries.get("a").items().get(0)).isEqualTo(YamlNode.scalar("1", 1));
    assertThat(entries.get("c").items().get(1).entries())
        .isEqualTo(Map.of("b", YamlNode.scalar("~", 1)));
    assertThat(reader.read("")).isEqualTo(YamlNode.scalar("", 1));
  }

  /** Loads a file through classes of their own loader; returns what failed. */
  private @Nullable Throwable loadWithout(String... hidden) throws Exception {
    Path file = Files.writeString(directory.resolve("otel.yaml"), "file_format: '1.0'");
    try (URLClassLoader loader = new HidingLoader(hidden)) {
      Class<?> source = loader.loadClass(PropertySource.class.getName());
      Object empty = source.getMethod("empty").invoke(null);
      loader
          .loadClass(Settings.class.getName())
          .getMethod("load", source, Map.class)
          .invoke(null, empty, Map.of("OTEL_CONFIG_FILE", file.toString()));
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  /** Loads core anew, from where this test has it, and knows nothing of the hidden packages. */
  private static final class HidingLoader extends URLClassLoader {
    private final String[] hidden;

    HidingLoader(String... hidden) {
      super(
          new URL[] {Settings.class.getProtectionDomain().getCodeSource().getLocation()},
          Settings.class.getClassLoader());
      this.hidden = hidden;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      for (String prefix : hidden) {
        if (name.startsWith(prefix)) {
          throw new ClassNotFoundException(name);
        }
      }
      if (!name.startsWith("io.heliograph.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }
  }
}
