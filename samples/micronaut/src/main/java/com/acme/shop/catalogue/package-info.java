/** What the shop sells. */
@Configuration
@Requires(env = "catalogue")
package com.acme.shop.catalogue;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
