package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "/actuator/**, /actuator",
    "/actuator/**, /actuator/",
    "/actuator/**, /actuator/health/db",
    "/health, /health",
    "health, /health",
    "/**, /",
    "/**, /a/b",
    "/*/health, /a/health",
    "/**/health, /health",
    "/**/health, /a/b/health",
    "/**/a/*/c, /a/a/x/a/b/c",
    "/*.css, /site.css",
    "/a?c, /abc",
    "/a*b*c, /aXbXbc",
  })
  void matches(String glob, String path) {
    assertThat(new PathGlob(glob).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/**, /actuatorx",
    "/actuator/**, /api/actuator/health",
    "/health, /health/",
    "/health, /healthy",
    "/*, /a/b",
    "/*/health, /health",
    "/**/health, /a/healthy",
    "/a?c, /ac",
    "/a?c, /a/c",
    "/*.css, /a/site.css",
    "/a/**/b, /a/c",
  })
  void doesNotMatch(String glob, String path) {
    assertThat(new PathGlob(glob).matches(path)).isFalse();
  }

  @Test
  void isNotThrownOffItsCourseByPathsMadeForIt() {
    assertThat(new PathGlob("/*a*a*a*a*a*b").matches("/" + "a".repeat(100_000))).isFalse();
    assertThat(new PathGlob("/**/a/**/a/**/b").matches("/a".repeat(100_000))).isFalse();
  }
}
