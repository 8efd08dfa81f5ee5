package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.config.DestinationSettings.FileOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The destinations of traces: the exporters that are switched on, then the named ones. */
final class Destinations {
  private final SettingsLoader loader;
  private final Findings findings;
  private final List<DestinationSettings> found = new ArrayList<>();

  private Destinations(SettingsLoader loader) {
    this.loader = loader;
    this.findings = loader.findings();
  }

  static List<DestinationSettings> read(SettingsLoader loader) {
    Destinations destinations = new Destinations(loader);
    destinations.readExporters();
    DestinationNames.in(loader.layers()).forEach(destinations::readNamed);
    return List.copyOf(destinations.found);
  }

  private void readExporters() {
    Resolved<List<String>> exporters = loader.read(ExportSettings.TRACES_EXPORTER);
    Set<String> names = new LinkedHashSet<>(Objects.requireNonNull(exporters.value()));
    if (names.remove(ExportSettings.NONE) && !names.isEmpty()) {
      findings.reject(exporters, "either none or a list of exporters", null);
    }
    for (String name : names) {
      readExporter(name, typeOf(name));
    }
  }

  private void readExporter(String name, DestinationType type) {
    DestinationReader reader = DestinationReader.general(loader);
    switch (type) {
      case CONSOLE -> add(reader.settings(name, type, null, null));
      case FILE -> addFile(reader, name);
      case OTLP -> addOrNotice(reader, name, type, otlp(reader), OtlpSettings.ENDPOINT);
      case ZIPKIN -> {
        URI endpoint = zipkin(reader, ExportSettings.ZIPKIN_ENDPOINT);
        addOrNotice(reader, name, type, endpoint, ExportSettings.ZIPKIN_ENDPOINT);
      }
    }
  }

  /** Nothing leaves the process unless somebody said where to. */
  private void addOrNotice(
      DestinationReader reader,
      String name,
      DestinationType type,
      @Nullable URI endpoint,
      Setting<URI> key) {
    if (endpoint != null) {
      add(reader.settings(name, type, endpoint, null));
    } else if (somethingIsMissing()) {
      findings.notice(
          "The %s exporter sends nothing, because it has no endpoint: set %s (or %s)."
              .formatted(name, key.key(), key.otelName()));
    }
  }

  /** Who disabled everything, or named destinations of his own, knows what he does. */
  private boolean somethingIsMissing() {
    boolean disabled = Boolean.TRUE.equals(loader.read(EngineSettings.SDK_DISABLED).value());
    return !disabled && DestinationNames.in(loader.layers()).isEmpty();
  }

  private void readNamed(String name, String origin) {
    if (isExporter(name)) {
      findings.problem(
          new Problem(
              DestinationKeys.PREFIX + name,
              "",
              "another name: the exporters of " + ExportSettings.TRACES_EXPORTER + " have these",
              origin,
              DestinationKeys.PREFIX + "my-" + name));
      return;
    }
    DestinationType type = loader.read(DestinationKeys.type(name)).value();
    DestinationReader reader = DestinationReader.named(loader, name);
    switch (Objects.requireNonNull(type)) {
      case CONSOLE -> add(reader.settings(name, type, null, null));
      case FILE -> addFile(reader, name);
      case OTLP -> addOrReject(reader, name, type, otlp(reader), origin);
      case ZIPKIN -> addOrReject(reader, name, type, zipkin(reader, OtlpSettings.ENDPOINT), origin);
    }
  }

  private void addOrReject(
      DestinationReader reader,
      String name,
      DestinationType type,
      @Nullable URI endpoint,
      String origin) {
    if (endpoint != null) {
      add(reader.settings(name, type, endpoint, null));
      return;
    }
    Resolved<URI> missing = reader.resolved(OtlpSettings.ENDPOINT);
    if (missing.text().isEmpty() && reader.resolved(OtlpTracesSettings.ENDPOINT).text().isEmpty()) {
      rejectMissing(missing.setting(), origin);
    }
  }

  private void addFile(DestinationReader reader, String name) {
    FileOutput file = reader.file();
    Resolved<?> path = reader.resolved(ExportSettings.FILE_PATH);
    if (file != null) {
      add(reader.settings(name, DestinationType.FILE, null, file));
    } else if (!path.isInvalid()) {
      rejectMissing(path.setting(), loader.read(ExportSettings.TRACES_EXPORTER).origin());
    }
  }

  private void rejectMissing(Setting<?> setting, String origin) {
    String allowed = "set, to " + setting.allowed();
    findings.problem(new Problem(setting.key(), "", allowed, origin, null));
  }

  private @Nullable URI otlp(DestinationReader reader) {
    OtlpProtocol protocol = reader.resolved(OtlpTracesSettings.PROTOCOL).value();
    Boolean insecure = reader.resolved(OtlpTracesSettings.INSECURE).value();
    return new TracesEndpoint(
            findings, Objects.requireNonNull(protocol), Boolean.TRUE.equals(insecure))
        .resolve(
            reader.resolved(OtlpTracesSettings.ENDPOINT), reader.resolved(OtlpSettings.ENDPOINT));
  }

  /** Zipkin is HTTP only, and its endpoint is the whole URL. */
  private @Nullable URI zipkin(DestinationReader reader, Setting<URI> setting) {
    Resolved<URI> endpoint = reader.resolved(setting);
    URI uri = endpoint.value();
    if (uri == null || uri.getScheme() != null) {
      return uri;
    }
    findings.reject(endpoint, "a URL that starts with http:// or https://", "http:" + uri);
    return null;
  }

  private void add(DestinationSettings destination) {
    found.add(destination);
  }

  private static boolean isExporter(String name) {
    return Stream.of(DestinationType.values()).anyMatch(type -> type.toString().equals(name));
  }

  private static DestinationType typeOf(String exporter) {
    return Stream.of(DestinationType.values())
        .filter(type -> type.toString().equals(exporter))
        .findFirst()
        .orElseThrow();
  }
}
