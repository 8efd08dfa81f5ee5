package io.heliograph.samples.shop.orders;

record Order(String id, String productId, int quantity, boolean confirmed) {}
