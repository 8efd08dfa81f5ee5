package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as kernels and container engines write them. */
class ContainerDetectorTest {

  private static final String ID =
      "336a3d7f8a0e4b6c9b2f1d0e5c4b3a29181716151413121110f9e8d7c6b5a493";
  private static final String OTHER =
      "aa86be763e41db7eaae266afc79ab46d02343c5d3b05d7171171d2c83fff25f0";

  @TempDir Path root;

  static Stream<String> controlGroups() {
    return Stream.of(
        "12:pids:/docker/" + ID + "\n11:cpuset:/docker/" + ID + "\n0::/system.slice/docker.service",
        "1:name=systemd:/system.slice/docker-" + ID + ".scope",
        "5:memory:/kubepods/besteffort/pode0d8a1c2-6cb9-4e9a-bd6c-6b1c3d1b7a10/" + ID,
        "0::/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1f3a.slice/"
            + "cri-containerd-"
            + ID
            + ".scope",
        "0::/kubepods.slice/kubepods-podx.slice/crio-" + ID + ".scope/container",
        "9:perf_event:/ecs/task-arn/" + ID,
        "0::/machine.slice/libpod-" + ID + ".scope",
        "4:cpu:/docker/" + OTHER + "/docker/" + ID);
  }

  @ParameterizedTest
  @MethodSource("controlGroups")
  void readsTheIdFromControlGroups(String table) {
    assertThat(detected(table, "")).isEqualTo(Map.of("container.id", ID));
  }

  @Test
  void readsTheShorterIdOfFargate() {
    String table =
        "1:name=systemd:/ecs/ff3c1f0e2d4b4a59a8d7c6b5a4938271/"
            + "ff3c1f0e2d4b4a59a8d7c6b5a4938271-2531612879\n";

    assertThat(detected(table, ""))
        .isEqualTo(Map.of("container.id", "ff3c1f0e2d4b4a59a8d7c6b5a4938271-2531612879"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/lib/docker/containers/%s/hostname /etc/hostname",
        "/var/lib/docker/containers/%s/resolv.conf /etc/resolv.conf",
        "/home/me/.local/share/containers/storage/overlay-containers/%s/userdata/hosts /etc/hosts",
      })
  void readsTheIdFromMountsInVersionTwo(String mount) {
    assertThat(detected("0::/\n", mountTable(mount.formatted(ID))))
        .isEqualTo(Map.of("container.id", ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/lib/containerd/io.containerd.grpc.v1.cri/sandboxes/%s/hostname /etc/hostname",
        "/var/lib/docker/overlay2/%s/merged /data",
        "/%s",
      })
  void takesNoIdOfSomethingElse(String mount) {
    assertThat(detected("0::/\n", mountTable(mount.formatted(OTHER)))).isEmpty();
  }

  @Test
  void takesNoSandboxForTheContainerInAPod() {
    Place pod =
        new Place(root)
            .env("KUBERNETES_SERVICE_HOST", "10.96.0.1")
            .file("/proc/self/cgroup", "0::/\n")
            .file(
                "/proc/self/mountinfo",
                mountTable("/containers/overlay-containers/" + OTHER + "/hostname /etc/hostname"));

    assertThat(Detected.by(new ContainerDetector(pod.surroundings()))).isEmpty();
  }

  @Test
  void findsNothingOutsideOfContainers() {
    assertThat(detected("0::/user.slice/user-1000.slice/session-2.scope\n", mountTable("/ /")))
        .isEmpty();
    assertThat(Detected.by(new ContainerDetector(new Place(root.resolve("x")).surroundings())))
        .isEmpty();
  }

  private Map<String, Object> detected(String cgroup, String mountinfo) {
    Place place =
        new Place(root).file("/proc/self/cgroup", cgroup).file("/proc/self/mountinfo", mountinfo);
    return Detected.by(new ContainerDetector(place.surroundings()));
  }

  /** Around a line with this root and mount point. */
  private static String mountTable(String mount) {
    return """
        737 584 0:62 / / rw,relatime master:268 - overlay overlay rw,lowerdir=/l/A:/l/B
        738 737 0:65 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
        741 739 0:31 / /sys/fs/cgroup ro,nosuid,nodev,noexec,relatime - cgroup2 cgroup rw
        745 737 254:1 %s rw,relatime - ext4 /dev/vda1 rw,discard
        """
        .formatted(mount);
  }
}
