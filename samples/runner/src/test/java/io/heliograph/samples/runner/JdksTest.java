package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

  @TempDir Path folder;

  @Test
  void findsTheFirstThatIsNewEnough() throws IOException {
    Path own = jdk("own/jdk", "17.0.15");
    jdk("jvm/a", "21");
    jdk("jvm/b", "25.0.1");
    jdk("jvm/c", "26");
    Jdks jdks = new Jdks(List.of(own), List.of(folder.resolve("jvm")));

    assertThat(jdks.java(17)).isEqualTo(own.resolve("bin/java"));
    assertThat(jdks.java(25)).isEqualTo(folder.resolve("jvm/b/bin/java"));
  }

  @Test
  void saysWhatIsMissingAndWhereItLooked() throws IOException {
    Path own = jdk("own/jdk", "17.0.15");
    Files.createDirectories(folder.resolve("jvm/not-a-jdk"));
    Jdks jdks = new Jdks(List.of(own), List.of(folder.resolve("jvm"), folder.resolve("nothing")));

    assertThatIllegalStateException()
        .isThrownBy(() -> jdks.java(25))
        .withMessageContaining("needs a JDK 25")
        .withMessageContaining(own.toString())
        .withMessageContaining(folder.resolve("nothing").toString())
        .withMessageContaining("JAVA_HOME_25");
  }

  /** The services need what builds them. */
  @Test
  void findsWhatRunsThisTest() {
    assertThat(Jdks.ofThisMachine().java(Runtime.version().feature())).isExecutable();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path command = Files.createDirectories(home.resolve("bin")).resolve("java");
    assertThat(Files.createFile(command).toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
