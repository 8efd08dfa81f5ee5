/**
 * One key space and one parser for every framework: settings, where they come from, and what is
 * wrong with them. Framework modules hand over a {@link io.heliograph.config.PropertySource}.
 */
@NullMarked
package io.heliograph.config;

import org.jspecify.annotations.NullMarked;
