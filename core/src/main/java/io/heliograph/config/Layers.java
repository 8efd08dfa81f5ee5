package io.heliograph.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides which ranks there are, highest first. */
final class Layers {
  private Layers() {}

  static List<Layer> of(
      PropertySource framework,
      Map<String, String> environment,
      PropertySource proposals,
      Findings findings) {
    PropertySource variables = PropertySource.environment(environment);
    List<Layer> ours = List.of(new Layer(framework, Rank.OURS), new Layer(variables, Rank.OURS));
    List<Layer> otel = List.of(new Layer(framework, Rank.OTEL), new Layer(variables, Rank.OTEL));
    Layer proposed = new Layer(proposals, Rank.PROPOSED);
    List<Layer> all = concat(ours, otel, List.of(proposed));
    Resolved<Path> file = new SettingsLoader(all, new Findings()).read(EngineSettings.CONFIG_FILE);
    if (file.value() == null) {
      return all;
    }
    otel.forEach(layer -> warnOfIgnored(layer, findings));
    PropertySource declared = new DeclarativeFile(findings, environment).read(file, file.value());
    return concat(ours, List.of(new Layer(declared, Rank.OURS), named(file)), List.of(proposed));
  }

  /** The one OpenTelemetry name that still counts: the one that named the file. */
  private static Layer named(Resolved<Path> file) {
    String key = EngineSettings.CONFIG_FILE.key();
    Property property = new Property(key, file.text(), file.origin());
    return new Layer(new MapPropertySource(List.of(property)), Rank.OURS);
  }

  /** The specification: with a file, variables count only where the file refers to them. */
  private static void warnOfIgnored(Layer layer, Findings findings) {
    for (String key : layer.keys()) {
      if (!Names.environmentForm(key).equals(EngineSettings.CONFIG_FILE.otelName())) {
        findings.notice(key + " is read by no setting, because a configuration file is in force.");
      }
    }
  }

  @SafeVarargs
  private static List<Layer> concat(List<Layer>... parts) {
    List<Layer> all = new ArrayList<>();
    for (List<Layer> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}
