package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final List<Class<?>> HOLDERS =
      List.of(
          EngineSettings.class,
          ResourceSettings.class,
          TraceSettings.class,
          MetricSettings.class,
          LimitSettings.class,
          ExportSettings.class,
          OtlpSettings.class,
          OtlpTlsSettings.class,
          InstrumentationSettings.class,
          JvmSettings.class,
          LogbackSettings.class);

  @Test
  void listsEverySettingOfEveryHolder() throws IllegalAccessException {
    List<Object> declared = new ArrayList<>();
    for (Class<?> holder : HOLDERS) {
      for (Field field : holder.getDeclaredFields()) {
        if (field.getType() == Setting.class) {
          declared.add(field.get(null));
        }
      }
    }
    for (Signal signal : Signal.values()) {
      declared.addAll(components(BatchSettings.of(signal)));
      declared.addAll(components(OtlpSignalSettings.of(signal)));
    }
    assertThat(declared).hasSizeGreaterThan(75);
    assertThat(new ArrayList<Object>(Catalogue.all()))
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  private static List<Object> components(Record settings) {
    return Stream.of(settings.getClass().getRecordComponents())
        .map(component -> value(component, settings))
        .toList();
  }

  private static Object value(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException inaccessible) {
      throw new IllegalStateException(inaccessible);
    }
  }

  /** An environment variable does not tell a dot from a dash, so that no two may agree. */
  @Test
  void hasNoTwoSettingsOfTheSameSpelling() {
    assertThat(Catalogue.all()).extracting(s -> Names.squashed(s.key())).doesNotHaveDuplicates();
    assertThat(DestinationKeys.GENERAL)
        .extracting(s -> Names.squashed(DestinationKeys.of("x", s).key()))
        .doesNotHaveDuplicates();
  }

  /** Whatever follows the key of a map is an entry of it. */
  @Test
  void hasNoSettingBelowAMap() {
    for (Setting<?> map : Catalogue.all()) {
      if (map.typeName().equals("map")) {
        assertThat(Catalogue.all()).noneMatch(other -> other.key().startsWith(map.key() + "."));
      }
    }
  }

  @Test
  void derivesKeysFromTheNamesOfOpenTelemetry() {
    for (Setting<?> setting : Catalogue.all()) {
      String variable = setting.otelName();
      if (variable != null) {
        String name = variable.substring("OTEL_".length());
        assertThat(setting.environmentName()).isEqualTo("HELIOGRAPH_" + name);
      }
    }
  }

  @Test
  void explainsEverySettingInOneSentence() {
    assertThat(Catalogue.all())
        .allSatisfy(setting -> assertThat(setting.meaning()).matches("(?s)[A-Z`].*\\."));
  }
}
