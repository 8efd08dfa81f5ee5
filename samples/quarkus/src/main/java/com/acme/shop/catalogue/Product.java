package com.acme.shop.catalogue;

import java.math.BigDecimal;

record Product(String id, String name, BigDecimal price) {}
