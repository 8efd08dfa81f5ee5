package com.acme.shop.stock;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Fills the shelves from time to time; each run is a trace of its own. */
@Singleton
class StockRefresh {

  private static final Logger log = Logger.getLogger(StockRefresh.class);

  private final Stock stock;

  StockRefresh(Stock stock) {
    this.stock = stock;
  }

  @Scheduled(every = "${shop.refill}")
  void refresh() {
    log.infof("Shelves refilled: %d", stock.refill());
  }
}
