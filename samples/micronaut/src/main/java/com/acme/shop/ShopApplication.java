package com.acme.shop;

import io.micronaut.runtime.Micronaut;

/**
 * Starts one of the shop's services, whichever environment is active: {@code catalogue}, {@code
 * stock} or {@code orders}.
 */
public final class ShopApplication {

  private ShopApplication() {}

  public static void main(String[] args) {
    Micronaut.run(ShopApplication.class, args);
  }
}
