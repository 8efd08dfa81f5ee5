/** Heliograph in Micronaut: beans, filters and interceptors that translate, and decide nothing. */
@NullMarked
package io.heliograph.micronaut;

import org.jspecify.annotations.NullMarked;
