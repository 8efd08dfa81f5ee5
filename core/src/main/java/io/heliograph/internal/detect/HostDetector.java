package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds name, architecture and machine id of the host.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/host/">Host</a>
 */
final class HostDetector implements LocalDetector {

  private final Surroundings surroundings;

  HostDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "host";
  }

  /** The resolver is asked only where nothing near knows the name, and it can take seconds. */
  @Override
  public boolean isLocal() {
    return localName() != null;
  }

  @Override
  public Resource detect() {
    return new Found()
        .put("host.name", hostName())
        .put("host.arch", architecture(surroundings.property("os.arch")))
        .put("host.id", machineId())
        .resource();
  }

  private @Nullable String hostName() {
    String local = localName();
    return local == null ? resolvedName() : local;
  }

  private @Nullable String localName() {
    String kernel = surroundings.text("/proc/sys/kernel/hostname");
    return kernel == null ? surroundings.env("COMPUTERNAME", "HOSTNAME") : kernel;
  }

  private static @Nullable String resolvedName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return null;
    }
  }

  private static String architecture(String arch) {
    return switch (arch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case "arm", "arm32" -> "arm32";
      case "x86", "i386", "i486", "i586", "i686" -> "x86";
      case "ppc64", "ppc64le" -> "ppc64";
      case "ppc", "ppc32" -> "ppc32";
      default -> arch;
    };
  }

  /** A container's machine-id is its image's, the same in all of them: no id of a host. */
  private @Nullable String machineId() {
    if (Containment.isInside(surroundings)) {
      return null;
    }
    for (String file : new String[] {"/etc/machine-id", "/var/lib/dbus/machine-id"}) {
      String id = surroundings.text(file);
      if (id != null && id.matches("[0-9a-f]{32}")) {
        return id;
      }
    }
    return surroundings.text("/etc/hostid");
  }
}
