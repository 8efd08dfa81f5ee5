package com.acme.shop.orders;

record Order(String id, String productId, int quantity, boolean confirmed) {}
