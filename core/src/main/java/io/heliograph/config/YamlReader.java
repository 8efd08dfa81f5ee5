package io.heliograph.config;

import java.io.Serial;

/** Reads a YAML document with whichever library the application has; core brings none. */
interface YamlReader {

  /** The document; an empty one is an empty scalar. */
  YamlNode read(String document) throws MalformedYaml;

  /** Says where, but not what: the text around the place may be a secret. */
  final class MalformedYaml extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final int line;

    MalformedYaml(int line) {
      super(null, null, false, false);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /**
   * Returns a reader over the library that is there.
   *
   * @throws ClassNotFoundException when neither library is on the class path
   */
  static YamlReader onClassPath() throws ClassNotFoundException {
    if (isPresent("org.snakeyaml.engine.v2.api.lowlevel.Compose")) {
      return new SnakeYamlEngineReader();
    }
    Class.forName("org.yaml.snakeyaml.Yaml", false, YamlReader.class.getClassLoader());
    return new SnakeYamlReader();
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, YamlReader.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
