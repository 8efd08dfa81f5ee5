package com.acme.shop.catalogue;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

@Serdeable
record Product(String id, String name, BigDecimal price) {}
