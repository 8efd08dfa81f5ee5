/** What customers ordered. */
@Configuration
@Requires(env = "orders")
package com.acme.shop.orders;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
