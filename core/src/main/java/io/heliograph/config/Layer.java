package io.heliograph.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One rank of the precedence: one key space of one source. */
final class Layer {
  private final PropertySource source;
  private final String prefix;
  private final List<String> keys = new ArrayList<>();
  private final Map<String, String> keyByRelaxedForm = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * @param prefix {@link Names#PREFIX} or {@link Names#OTEL_PREFIX}
   */
  Layer(PropertySource source, String prefix) {
    this.source = source;
    this.prefix = prefix;
    for (String key : source.keys()) {
      if (Names.isIn(prefix, key)) {
        keys.add(key);
        keyByRelaxedForm.putIfAbsent(Names.relaxed(key), key);
      }
    }
  }

  /** Returns what this rank holds for the setting, null when it holds nothing. */
  @Nullable RawValue find(Setting<?> setting) {
    String name = nameOf(setting);
    if (name == null) {
      return null;
    }
    Property direct = direct(name);
    return switch (setting.type().shape()) {
      case SCALAR -> direct == null || direct.value().isBlank() ? null : scalar(direct);
      case LIST -> list(direct, subProperties(name, SubKeys.INDEX));
      case MAP -> map(direct, subProperties(name, SubKeys.ANY));
    };
  }

  /** The keys that no setting asked for. */
  List<String> unused() {
    return keys.stream().filter(key -> !used.contains(key)).toList();
  }

  List<String> keys() {
    return keys;
  }

  @Nullable Property property(String key) {
    return source.find(key);
  }

  private @Nullable String nameOf(Setting<?> setting) {
    if (prefix.equals(Names.PREFIX)) {
      return setting.key();
    }
    String otelName = setting.otelName();
    return otelName == null ? null : Names.dottedForm(otelName);
  }

  private @Nullable Property direct(String name) {
    Property exact = source.find(name);
    if (exact != null) {
      used.add(exact.key());
      used.add(name);
    }
    Property relaxed = use(keyByRelaxedForm.get(Names.relaxed(name)));
    Property squashed = use(keyByRelaxedForm.get(Names.squashed(name)));
    return exact != null ? exact : relaxed != null ? relaxed : squashed;
  }

  private @Nullable Property use(@Nullable String key) {
    if (key == null) {
      return null;
    }
    used.add(key);
    return source.find(key);
  }

  /** The properties below the name, by what follows the name. */
  private Map<String, Property> subProperties(String name, Predicate<String> accepted) {
    Map<String, Property> found = new LinkedHashMap<>();
    for (String key : keys) {
      String tail = SubKeys.tail(key, name);
      Property property = tail != null && accepted.test(tail) ? use(key) : null;
      if (property != null) {
        found.put(tail, property);
      }
    }
    return found;
  }

  private RawValue scalar(Property direct) {
    return raw(direct, direct.value(), List.of(), Map.of());
  }

  private @Nullable RawValue list(@Nullable Property direct, Map<String, Property> indexed) {
    if (indexed.isEmpty()) {
      return direct == null ? null : scalar(direct);
    }
    Map<Integer, Property> sorted = new TreeMap<>();
    indexed.forEach((index, property) -> sorted.put(Integer.valueOf(index), property));
    List<String> items = sorted.values().stream().map(Property::value).toList();
    return raw(sorted.values().iterator().next(), "", items, Map.of());
  }

  private @Nullable RawValue map(@Nullable Property direct, Map<String, Property> entries) {
    if (entries.isEmpty()) {
      return direct == null ? null : scalar(direct);
    }
    Map<String, String> values = new LinkedHashMap<>();
    entries.forEach((key, property) -> values.put(key, property.value()));
    Property first = entries.values().iterator().next();
    return raw(first, direct == null ? "" : direct.value(), List.of(), values);
  }

  private RawValue raw(
      Property property, String text, List<String> items, Map<String, String> entries) {
    boolean otel = prefix.equals(Names.OTEL_PREFIX);
    return new RawValue(property.key(), text, items, entries, property.origin(), otel);
  }
}
