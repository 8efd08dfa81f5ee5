package com.acme.shop;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.Readable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The tables of the service, as a script. */
@Singleton
class Schema {

  private final Readable script;

  Schema(@Value("${shop.schema}") Readable script) {
    this.script = script;
  }

  List<String> statements() {
    try (InputStream stream = script.asInputStream()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";", -1))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(script.getName(), e);
    }
  }
}
