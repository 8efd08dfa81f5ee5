package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the process and the Java runtime in it. Never the command's arguments: the conventions make
 * them opt-in because they may hold secrets.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/process/">Process</a>
 */
final class ProcessDetector implements LocalDetector {

  private final Surroundings surroundings;

  ProcessDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public Resource detect() {
    ProcessHandle process = ProcessHandle.current();
    ProcessHandle.Info info = process.info();
    String executable = info.command().orElse(null);
    return new Found()
        .put("process.pid", process.pid())
        .put("process.creation.time", info.startInstant().map(Object::toString).orElse(null))
        .put("process.executable.path", executable)
        .put("process.executable.name", fileName(executable))
        .put("process.runtime.name", surroundings.property("java.runtime.name"))
        .put("process.runtime.version", surroundings.property("java.runtime.version"))
        .put("process.runtime.description", runtimeDescription())
        .resource();
  }

  private static @Nullable String fileName(@Nullable String path) {
    Path name = path == null ? null : Path.of(path).getFileName();
    return name == null ? null : name.toString();
  }

  private String runtimeDescription() {
    return String.join(
        " ",
        surroundings.property("java.vm.vendor"),
        surroundings.property("java.vm.name"),
        surroundings.property("java.vm.version"));
  }
}
