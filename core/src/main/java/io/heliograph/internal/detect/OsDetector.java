package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operating system; on Linux the distribution, from os-release(5).
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/os/">Operating system</a>
 */
final class OsDetector implements LocalDetector {

  private final Surroundings surroundings;

  OsDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "os";
  }

  @Override
  public Resource detect() {
    String name = surroundings.property("os.name");
    String version = surroundings.property("os.version");
    Map<String, String> release = release();
    return new Found()
        .put("os.type", type(name))
        .put("os.name", release.getOrDefault("NAME", name))
        .put("os.version", release.getOrDefault("VERSION_ID", version))
        .put("os.description", release.getOrDefault("PRETTY_NAME", name + " " + version))
        .resource();
  }

  private static @Nullable String type(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
    if (lower.startsWith("macos")) {
      return "darwin";
    }
    for (String type :
        new String[] {
          "linux", "windows", "freebsd", "netbsd", "openbsd", "dragonflybsd", "hpux", "aix"
        }) {
      if (lower.startsWith(type)) {
        return type;
      }
    }
    return switch (lower) {
      case "sunos", "solaris" -> "solaris";
      case "z/os" -> "zos";
      default -> null;
    };
  }

  private Map<String, String> release() {
    Map<String, String> release = new HashMap<>();
    for (String line : Objects.requireNonNullElse(releaseText(), "").lines().toList()) {
      int equals = line.indexOf('=');
      String value = unquoted(line.substring(equals + 1).trim());
      if (equals > 0 && !value.isEmpty()) {
        release.put(line.substring(0, equals).trim(), value);
      }
    }
    return release;
  }

  private @Nullable String releaseText() {
    String text = surroundings.text("/etc/os-release");
    return text == null ? surroundings.text("/usr/lib/os-release") : text;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && (isWithin(value, "\"") || isWithin(value, "'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean isWithin(String value, String quote) {
    return value.startsWith(quote) && value.endsWith(quote);
  }
}
