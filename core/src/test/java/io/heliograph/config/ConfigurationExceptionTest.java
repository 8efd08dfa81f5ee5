package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.ConfigurationException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationExceptionTest {

  @Test
  void namesKeyValueAllowedOriginAndAdvice() {
    assertThat(Load.failing("heliograph.exporter.otlp.compression", "gzp"))
        .hasMessage(
            """
            Heliograph's configuration has 1 problem(s):
            1. heliograph.exporter.otlp.compression = "gzp"
               must be one of none, gzip
               from application.yml
               Maybe gzip""");
  }

  @Test
  void namesTheVariableAsItWasWritten() {
    assertThat(Load.failingEnvironment("OTEL_BSP_MAX_QUEUE_SIZE", "many"))
        .hasMessage(
            """
            Heliograph's configuration has 1 problem(s):
            1. OTEL_BSP_MAX_QUEUE_SIZE = "many"
               must be a whole number from 1 to 16777216
               from environment variable OTEL_BSP_MAX_QUEUE_SIZE""");
  }

  @Test
  void tellsAllProblemsAtOnceEvenThoseBetweenSettings() {
    ConfigurationException failure =
        Load.failing(
            "heliograph.sdk.disabled", "maybe",
            "heliograph.bsp.max.queue.size", "10",
            "heliograph.bsp.max.export.batch.size", "11",
            "heliograph.exporter.otlp.endpoint", "http://collector:4318",
            "heliograph.destinations.backup.protocol", "htp",
            "heliograph.destinations.backup.endpoint", "backup");
    assertThat(failure.problems())
        .extracting(Problem::key)
        .containsExactly(
            "heliograph.sdk.disabled",
            "heliograph.bsp.max.export.batch.size",
            "heliograph.destinations.backup.protocol",
            "heliograph.destinations.backup.endpoint");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sdk.disabled | yes | one of true, false | true",
        "sdk.disabled | Off | one of true, false | false",
        "sdk.disabled | maybe | one of true, false |",
        "bsp.max.queue.size | 0 | a whole number from 1 to 16777216 |",
        "bsp.max.queue.size | 1.5 | a whole number from 1 to 16777216 |",
        "bsp.max.queue.size | 16777217 | a whole number from 1 to 16777216 |",
        "bsp.max.queue.size | 99999999999999999999 | a whole number from 1 to 16777216 |",
        "exporter.otlp.protocol | http | one of grpc, http/protobuf, http/json |",
        "exporter.otlp.protocol | http/protbuf | one of grpc, http/protobuf, http/json"
            + " | http/protobuf",
        "log.level | warning | one of off, error, warn, info, debug, trace |",
        "traces.exporter | otlp,consle | a comma separated list, each one of otlp, console, file,"
            + " zipkin, none | console",
        "traces.exporter | none,otlp | either none or a list of exporters |",
        "resource.attributes | novalue | comma separated key=value pairs, values percent-encoded"
            + " where needed |",
        "resource.attributes | a=%zz | comma separated key=value pairs, values percent-encoded"
            + " where needed |",
        "bsp.max.queue.bytes | 64MB | a size such as 512B, 16KiB, 64MiB, 1GiB or a number of"
            + " bytes, from 1 to 68719476736 | 64MiB",
        "bsp.max.queue.bytes | 9999999999GiB | a size such as 512B, 16KiB, 64MiB, 1GiB or a number"
            + " of bytes, from 1 to 68719476736 |",
        "bsp.max.queue.bytes | 65GiB | a size such as 512B, 16KiB, 64MiB, 1GiB or a number of"
            + " bytes, from 1 to 68719476736 |",
        "bsp.max.queue.bytes | 0 | a size such as 512B, 16KiB, 64MiB, 1GiB or a number of"
            + " bytes, from 1 to 68719476736 |",
        "shutdown.timeout | 3sec | a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of"
            + " milliseconds | 3s",
        "shutdown.timeout | 3 millis | a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of"
            + " milliseconds | 3ms",
        "shutdown.timeout | P3Q | a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of"
            + " milliseconds |",
        "shutdown.timeout | -1 | a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of"
            + " milliseconds |",
        "bsp.schedule.delay | 0 | a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of"
            + " milliseconds, at least 1ms |",
        "exporter.otlp.endpoint | ftp://collector | a URL that starts with http:// or https://"
            + " (gRPC also takes host:port) |",
        "exporter.otlp.endpoint | http:// | a URL that starts with http:// or https://"
            + " (gRPC also takes host:port) |",
        "exporter.otlp.endpoint | collector:4318 | a URL that starts with http:// or https://"
            + " for http/protobuf | http://collector:4318",
      })
  void rejectsWhatIsNotAllowed(String key, String value, String allowed, String maybe) {
    assertThat(Load.failing("heliograph." + key, value, "heliograph.service.name", "x").problems())
        .containsExactly(
            new Problem("heliograph." + key, value, allowed, "application.yml", maybe));
  }

  @Test
  void saysThatAFrameworkCannotWorkWithAValue() {
    Settings settings = Load.properties("heliograph.traces.sampler", "magic");
    assertThat(settings.invalid(TraceSettings.SAMPLER, "one of a, b"))
        .hasMessageContaining("heliograph.traces.sampler = \"magic\"")
        .hasMessageContaining("must be one of a, b")
        .hasMessageContaining("from application.yml");
  }
}
