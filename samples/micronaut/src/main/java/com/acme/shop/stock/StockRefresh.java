package com.acme.shop.stock;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the shelves from time to time; each run is a trace of its own. */
@Singleton
class StockRefresh {

  private static final Logger log = LoggerFactory.getLogger(StockRefresh.class);

  private final Stock stock;

  StockRefresh(Stock stock) {
    this.stock = stock;
  }

  @Scheduled(fixedDelay = "${shop.stock.refresh}")
  void refresh() {
    log.info("Shelves refilled: {}", stock.refill());
  }
}
