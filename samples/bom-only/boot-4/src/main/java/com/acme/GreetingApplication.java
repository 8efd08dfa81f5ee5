package com.acme;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class GreetingApplication {

  private final JdbcClient jdbc;

  GreetingApplication(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/greeting")
  String greeting() {
    return jdbc.sql("SELECT 'Good day'").query(String.class).single();
  }

  public static void main(String[] args) {
    SpringApplication.run(GreetingApplication.class, args);
  }
}
