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
  private final Rank rank;
  private final List<String> keys = new ArrayList<>();
  private final Map<String, String> keyByRelaxedForm = new HashMap<>();
  private final Set<String> usedForms = new HashSet<>();

  Layer(PropertySource source, Rank rank) {
    this.source = source;
    this.rank = rank;
    for (String key : source.keys()) {
      if (Names.isIn(rank.prefix(), key)) {
        keys.add(key);
        keyByRelaxedForm.putIfAbsent(Names.relaxed(key), key);
      }
    }
  }

  Rank rank() {
    return rank;
  }

  /** All keys of this key space, as written. */
  List<String> keys() {
    return keys;
  }

  /** The keys that no setting asked for. */
  List<String> unused() {
    return keys.stream().filter(key -> !usedForms.contains(Names.relaxed(key))).toList();
  }

  /** Where the key was written. */
  String origin(String key) {
    Property property = source.find(key);
    return property == null ? key : property.origin();
  }

  /** Returns what this rank holds for the setting, null when it holds nothing. */
  @Nullable RawValue find(Setting<?> setting) {
    String name = rank.nameOf(setting);
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

  /** The canonical spelling first: a source that cannot list its keys still finds that. */
  private @Nullable Property direct(String name) {
    Property exact = source.find(name);
    if (keys.isEmpty()) {
      return exact;
    }
    Property relaxed = use(Names.relaxed(name));
    Property squashed = use(Names.squashed(name));
    return exact != null ? exact : relaxed != null ? relaxed : squashed;
  }

  private @Nullable Property use(String form) {
    usedForms.add(form);
    String key = keyByRelaxedForm.get(form);
    return key == null ? null : source.find(key);
  }

  /** The properties below the name, by what follows the name. */
  private Map<String, Property> subProperties(String name, Predicate<String> accepted) {
    Map<String, Property> found = new LinkedHashMap<>();
    for (String key : keys) {
      String tail = SubKeys.tail(key, name);
      Property property = tail != null && accepted.test(tail) ? source.find(key) : null;
      if (property != null) {
        usedForms.add(Names.relaxed(key));
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
    return new RawValue(property.key(), text, items, entries, property.origin(), rank);
  }
}
