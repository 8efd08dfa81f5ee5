package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service, host, operating system and process. */
class LocalDetectorsTest {

  private static final String MACHINE_ID = "0c7b1a2d3e4f50617283940a1b2c3d4e";

  @TempDir Path root;

  @Test
  void givesEachServiceAnIdOfItsOwn() {
    Surroundings here = Surroundings.real();
    Object first = Detected.by(new ServiceDetector(here)).get("service.instance.id");
    Object second = Detected.by(new ServiceDetector(here)).get("service.instance.id");

    assertThat(first).isNotEqualTo(second);
    assertThat(UUID.fromString((String) first).version()).isEqualTo(4);
    assertThat(UUID.fromString((String) first).variant()).isEqualTo(2);
  }

  @Test
  void givesAnIdWhereTheKernelHasNoRandomBytes() {
    Surroundings bare = new Place(root).surroundings();

    assertThat(Detected.by(new ServiceDetector(bare))).containsOnlyKeys("service.instance.id");
  }

  @Test
  void findsTheHost() {
    Place place =
        new Place(root)
            .file("/proc/sys/kernel/hostname", "web-1\n")
            .file("/etc/machine-id", MACHINE_ID + "\n")
            .property("os.arch", "aarch64");

    assertThat(Detected.by(new HostDetector(place.surroundings())))
        .isEqualTo(Map.of("host.name", "web-1", "host.arch", "arm64", "host.id", MACHINE_ID));
  }

  @Test
  void readsTheOlderPlaceOfTheMachineIdWhenTheNewIsNotFilled() {
    Place place =
        new Place(root)
            .file("/etc/machine-id", "uninitialized\n")
            .file("/var/lib/dbus/machine-id", MACHINE_ID);

    assertThat(Detected.by(new HostDetector(place.surroundings())))
        .containsEntry("host.id", MACHINE_ID);
  }

  @ParameterizedTest
  @CsvSource({"/.dockerenv", "/run/.containerenv"})
  void takesNoImagesMachineIdForTheHosts(String trace) {
    Place place = new Place(root).file("/etc/machine-id", MACHINE_ID).file(trace, "");

    assertThat(Detected.by(new HostDetector(place.surroundings()))).doesNotContainKey("host.id");
  }

  @Test
  void needsTheResolverOnlyWhereNothingNearKnowsTheName() {
    Place place = new Place(root);

    assertThat(new HostDetector(place.surroundings()).isLocal()).isFalse();
    assertThat(new HostDetector(place.env("COMPUTERNAME", "PC1").surroundings()).isLocal())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, amd64",
    "x86_64, amd64",
    "arm, arm32",
    "i386, x86",
    "ppc64le, ppc64",
    "riscv64, riscv64"
  })
  void namesTheArchitectureByTheConventions(String java, String expected) {
    Surroundings place = new Place(root).property("os.arch", java).surroundings();

    assertThat(Detected.by(new HostDetector(place))).containsEntry("host.arch", expected);
  }

  @Test
  void describesTheDistribution() {
    Place place =
        new Place(root)
            .property("os.name", "Linux")
            .property("os.version", "6.1.0-18-amd64")
            .file(
                "/etc/os-release",
                """
                PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
                NAME="Debian GNU/Linux"
                VERSION_ID="12"
                ID=debian
                """);

    assertThat(Detected.by(new OsDetector(place.surroundings())))
        .isEqualTo(
            Map.of(
                "os.type", "linux",
                "os.name", "Debian GNU/Linux",
                "os.version", "12",
                "os.description", "Debian GNU/Linux 12 (bookworm)"));
  }

  @ParameterizedTest
  @CsvSource({
    "Windows Server 2022, 10.0, windows",
    "Mac OS X, 14.4, darwin",
    "FreeBSD, 14.0, freebsd",
    "SunOS, 5.11, solaris",
    "z/OS, 3.1, zos"
  })
  void describesASystemWithoutAReleaseFile(String name, String version, String type) {
    Place place = new Place(root).property("os.name", name).property("os.version", version);

    assertThat(Detected.by(new OsDetector(place.surroundings())))
        .isEqualTo(
            Map.of(
                "os.type", type,
                "os.name", name,
                "os.version", version,
                "os.description", name + " " + version));
  }

  @Test
  void findsTheProcessAndItsRuntimeButNoArguments() {
    Map<String, Object> found = Detected.by(new ProcessDetector(Surroundings.real()));

    assertThat(found)
        .containsEntry("process.pid", ProcessHandle.current().pid())
        .containsEntry("process.runtime.name", System.getProperty("java.runtime.name"))
        .containsEntry("process.runtime.version", System.getProperty("java.runtime.version"))
        .containsEntry(
            "process.runtime.description",
            System.getProperty("java.vm.vendor")
                + " "
                + System.getProperty("java.vm.name")
                + " "
                + System.getProperty("java.vm.version"))
        .containsKeys("process.creation.time", "process.executable.path")
        .containsEntry("process.executable.name", "java");
    assertThat(found.keySet()).noneMatch(key -> key.contains("command") || key.contains("args"));
  }
}
