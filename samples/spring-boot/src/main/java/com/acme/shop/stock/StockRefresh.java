package com.acme.shop.stock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fills the shelves from time to time; each run is a trace of its own. */
@Component
@Profile("stock")
class StockRefresh {

  private static final Logger log = LoggerFactory.getLogger(StockRefresh.class);

  private final Stock stock;

  StockRefresh(Stock stock) {
    this.stock = stock;
  }

  @Scheduled(fixedDelayString = "${shop.stock.refresh}")
  void refresh() {
    log.info("Shelves refilled: {}", stock.refill());
  }
}
