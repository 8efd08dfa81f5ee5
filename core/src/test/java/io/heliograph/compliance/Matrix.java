package io.heliograph.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** OpenTelemetry's compliance matrix, as rows. */
final class Matrix {

  private static final String FILE = "/spec/compliance-java.yaml";

  private Matrix() {}

  /**
   * One feature.
   *
   * @param path {@code Section > Heading > Feature}, as {@link Compliance} takes it
   * @param official the official Java SDK's status: {@code +}, {@code -}, {@code ?} or empty
   */
  record Row(String section, String path, String official) {

    String feature() {
      return path.substring(section.length() + 3);
    }
  }

  static List<Row> rows() {
    try (InputStream file = Matrix.class.getResourceAsStream(FILE)) {
      Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      List<Row> rows = new ArrayList<>();
      for (Object section : list(map(document).get("sections"))) {
        String name = text(map(section).get("name"));
        collect(name, name, map(section), rows);
      }
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void collect(String section, String path, Map<?, ?> node, List<Row> rows) {
    for (Object child : list(node.get("features"))) {
      Map<?, ?> feature = map(child);
      if (feature.containsKey("heading")) {
        collect(section, path + " > " + text(feature.get("heading")), feature, rows);
      } else {
        Object status = feature.get("status");
        rows.add(
            new Row(
                section,
                path + " > " + text(feature.get("name")),
                status == null ? "" : status.toString()));
      }
    }
  }

  /** Without links, bold and line breaks. */
  private static String text(Object markdown) {
    return String.valueOf(markdown)
        .replaceAll("\\[(.+?)]\\([^)]*\\)", "$1")
        .replace("**", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Map<?, ?> map(Object node) {
    return (Map<?, ?>) node;
  }

  private static List<?> list(Object node) {
    return (List<?>) node;
  }
}
