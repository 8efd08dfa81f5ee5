package com.acme.shop;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the tables of the service. */
@Singleton
class Schema {

  private final Database database;
  private final Optional<String> script;

  Schema(Database database, @ConfigProperty(name = "shop.schema") Optional<String> script) {
    this.database = database;
    this.script = script;
  }

  /** Before anything is scheduled. */
  void create(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
    script.map(Schema::read).ifPresent(this::run);
  }

  private void run(String statements) {
    for (String statement : statements.split(";", -1)) {
      if (!statement.isBlank()) {
        database.update(statement.strip());
      }
    }
  }

  private static String read(String resource) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
