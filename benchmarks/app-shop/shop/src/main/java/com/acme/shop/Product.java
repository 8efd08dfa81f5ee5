package com.acme.shop;

import java.math.BigDecimal;

record Product(String id, String name, BigDecimal price) {}
