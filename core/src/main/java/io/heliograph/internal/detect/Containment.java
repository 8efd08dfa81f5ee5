package io.heliograph.internal.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the process is in a container, and what the kernel's tables say about which. */
final class Containment {

  private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
  private static final Pattern FARGATE_ID = Pattern.compile("/([0-9a-f]{32}-[0-9]+)$");
  private static final Pattern POD_MOUNT =
      Pattern.compile("/pods/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/etc-hosts$");

  /** In proc(5)'s mount table: where the mounted folder or file is, and where it shows. */
  private static final int MOUNT_ROOT = 3;

  private static final int MOUNT_POINT = 4;

  private Containment() {}

  static boolean isInside(Surroundings surroundings) {
    return isKubernetes(surroundings)
        || surroundings.exists("/.dockerenv")
        || surroundings.exists("/run/.containerenv")
        || containerId(surroundings) != null;
  }

  /** The kubelet gives every container this variable. */
  static boolean isKubernetes(Surroundings surroundings) {
    return surroundings.env("KUBERNETES_SERVICE_HOST") != null;
  }

  static @Nullable String containerId(Surroundings surroundings) {
    String fromGroups = idInControlGroups(surroundings);
    return fromGroups == null ? idInMounts(surroundings) : fromGroups;
  }

  /** Version 1 names the container in each group's path, version 2 only without a namespace. */
  private static @Nullable String idInControlGroups(Surroundings surroundings) {
    for (String line : surroundings.lines("/proc/self/cgroup")) {
      String path = line.substring(line.lastIndexOf(':') + 1);
      Matcher fargate = FARGATE_ID.matcher(path);
      String id = path.startsWith("/ecs/") && fargate.find() ? fargate.group(1) : lastId(path);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /**
   * Engines mount the container's own files from a folder that is named after it. In a pod these
   * are those of its sandbox, another container, and no id is better than a wrong one.
   */
  private static @Nullable String idInMounts(Surroundings surroundings) {
    if (isKubernetes(surroundings)) {
      return null;
    }
    for (String line : surroundings.lines("/proc/self/mountinfo")) {
      String[] fields = line.split(" ", MOUNT_POINT + 2);
      boolean own = fields.length > MOUNT_POINT && isOwnFile(fields[MOUNT_POINT]);
      String id = own && !line.contains("/sandboxes/") ? lastId(fields[MOUNT_ROOT]) : null;
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  private static boolean isOwnFile(String mountPoint) {
    return mountPoint.equals("/etc/hostname")
        || mountPoint.equals("/etc/resolv.conf")
        || mountPoint.equals("/etc/hosts");
  }

  /** The innermost, which is this one when containers are nested. */
  private static @Nullable String lastId(String path) {
    Matcher ids = ID.matcher(path);
    String last = null;
    while (ids.find()) {
      last = ids.group();
    }
    return last;
  }

  /** The kubelet mounts a hosts file from a folder that is named after the pod. */
  static @Nullable String podUid(Surroundings surroundings) {
    for (String line : surroundings.lines("/proc/self/mountinfo")) {
      String[] fields = line.split(" ", MOUNT_POINT + 2);
      if (fields.length > MOUNT_POINT) {
        Matcher mount = POD_MOUNT.matcher(fields[MOUNT_ROOT]);
        if (mount.find()) {
          return mount.group(1);
        }
      }
    }
    return null;
  }
}
