package com.acme.shop.orders;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record Order(String id, String productId, int quantity, boolean confirmed) {}
