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

/** The destinations of one signal: the exporters that are switched on, then the named ones. */
final class Destinations {
  private final SettingsLoader loader;
  private final Findings findings;
  private final Signal signal;
  private final OtlpSignalSettings otlp;
  private final MissingEndpoints missing;
  private final List<DestinationSettings> found = new ArrayList<>();

  private Destinations(SettingsLoader loader, Signal signal, MissingEndpoints missing) {
    this.loader = loader;
    this.findings = loader.findings();
    this.signal = signal;
    this.otlp = OtlpSignalSettings.of(signal);
    this.missing = missing;
  }

  /** Those of all signals. */
  static List<DestinationSettings> read(SettingsLoader loader) {
    List<DestinationSettings> all = new ArrayList<>();
    MissingEndpoints missing = new MissingEndpoints();
    for (Signal signal : Signal.values()) {
      all.addAll(new Destinations(loader, signal, missing).read());
    }
    missing.report(loader.findings());
    return List.copyOf(all);
  }

  private List<DestinationSettings> read() {
    readExporters();
    DestinationNames.in(loader.layers()).forEach(this::readNamed);
    return found;
  }

  private void readExporters() {
    Resolved<List<String>> exporters = loader.read(ExportSettings.exporter(signal));
    Set<String> names = new LinkedHashSet<>(Objects.requireNonNull(exporters.value()));
    if (names.remove(ExportSettings.NONE) && !names.isEmpty()) {
      findings.reject(exporters, "either none or a list of exporters", null);
    }
    // Nothing is sent there: it is asked.
    names.remove(ExportSettings.PROMETHEUS);
    for (String name : names) {
      readExporter(name, typeOf(name));
    }
  }

  private void readExporter(String name, DestinationType type) {
    DestinationReader reader = DestinationReader.general(loader, signal);
    switch (type) {
      case CONSOLE -> found.add(reader.settings(name, type, null, null));
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
      found.add(reader.settings(name, type, endpoint, null));
    } else if (somethingIsMissing()) {
      missing.add(name, key, signal);
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
    List<Signal> signals = loader.read(DestinationKeys.signals(name)).value();
    DestinationReader reader = DestinationReader.named(loader, signal, name);
    if (Objects.requireNonNull(signals).contains(signal)) {
      readNamed(reader, name, Objects.requireNonNull(type), origin);
    }
  }

  private void readNamed(
      DestinationReader reader, String name, DestinationType type, String origin) {
    switch (type) {
      case CONSOLE -> found.add(reader.settings(name, type, null, null));
      case FILE -> addFile(reader, name);
      case OTLP -> addOrReject(reader, name, type, otlp(reader), origin);
      case ZIPKIN -> {
        if (signal == Signal.TRACES) {
          addOrReject(reader, name, type, zipkin(reader, OtlpSettings.ENDPOINT), origin);
        }
      }
    }
  }

  private void addOrReject(
      DestinationReader reader,
      String name,
      DestinationType type,
      @Nullable URI endpoint,
      String origin) {
    if (endpoint != null) {
      found.add(reader.settings(name, type, endpoint, null));
      return;
    }
    Resolved<URI> general = reader.resolved(OtlpSettings.ENDPOINT);
    if (general.text().isEmpty() && reader.resolved(otlp.endpoint()).text().isEmpty()) {
      rejectMissing(general.setting(), origin);
    }
  }

  private void addFile(DestinationReader reader, String name) {
    FileOutput file = reader.file();
    Resolved<?> path = reader.resolved(ExportSettings.FILE_PATH);
    if (file != null) {
      found.add(reader.settings(name, DestinationType.FILE, null, file));
    } else if (!path.isInvalid()) {
      rejectMissing(path.setting(), loader.read(ExportSettings.exporter(signal)).origin());
    }
  }

  private void rejectMissing(Setting<?> setting, String origin) {
    String allowed = "set, to " + setting.allowed();
    findings.problem(new Problem(setting.key(), "", allowed, origin, null));
  }

  private @Nullable URI otlp(DestinationReader reader) {
    OtlpProtocol protocol = reader.resolved(otlp.protocol()).value();
    Boolean insecure = reader.resolved(otlp.insecure()).value();
    return new SignalEndpoint(
            findings, signal, Objects.requireNonNull(protocol), Boolean.TRUE.equals(insecure))
        .resolve(reader.resolved(otlp.endpoint()), reader.resolved(OtlpSettings.ENDPOINT));
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

  private static boolean isExporter(String name) {
    for (DestinationType type : DestinationType.values()) {
      if (type.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static DestinationType typeOf(String exporter) {
    return Stream.of(DestinationType.values())
        .filter(type -> type.toString().equals(exporter))
        .findFirst()
        .orElseThrow();
  }
}
