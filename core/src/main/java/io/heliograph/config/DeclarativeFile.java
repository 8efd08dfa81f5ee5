package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.config.YamlReader.MalformedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code OTEL_CONFIG_FILE}, an OpenTelemetry declarative configuration, as properties. */
final class DeclarativeFile {
  private final Findings findings;
  private final Map<String, String> environment;

  DeclarativeFile(Findings findings, Map<String, String> environment) {
    this.findings = findings;
    this.environment = environment;
  }

  /** What the file says in our keys; what is wrong with it goes into the findings. */
  PropertySource read(Resolved<Path> setting, Path file) {
    YamlNode root = parse(setting, file);
    if (root == null) {
      return PropertySource.empty();
    }
    DeclarativeDocument document =
        new DeclarativeDocument(file.toString(), new Substitution(environment), findings);
    new DeclarativeTranslation(document).translate(root);
    return new MapPropertySource(document.properties());
  }

  private @Nullable YamlNode parse(Resolved<Path> setting, Path file) {
    try {
      return YamlReader.onClassPath().read(Files.readString(file));
    } catch (IOException e) {
      findings.reject(setting, "the path of a readable YAML file", null);
    } catch (MalformedYaml e) {
      String origin = file + ":" + e.line();
      findings.problem(new Problem(setting.key(), file.toString(), "valid YAML", origin, null));
    } catch (ClassNotFoundException e) {
      findings.reject(
          setting,
          "unset while no YAML library is on the class path",
          "add org.snakeyaml:snakeyaml-engine to the application");
    }
    return null;
  }
}
