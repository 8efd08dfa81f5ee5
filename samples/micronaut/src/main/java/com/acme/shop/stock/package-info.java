/** How much of each product there is. */
@Configuration
@Requires(env = "stock")
package com.acme.shop.stock;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
