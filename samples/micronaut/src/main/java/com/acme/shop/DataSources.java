package com.acme.shop;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The connections to the database of the environment. */
@Factory
class DataSources {

  private final HikariDataSource pool = new HikariDataSource();

  @Singleton
  DataSource shop(@Property(name = "shop.database-url") String url) {
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(20);
    return pool;
  }

  @PreDestroy
  void close() {
    pool.close();
  }
}
