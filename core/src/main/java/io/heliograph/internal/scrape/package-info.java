/** Metrics as Prometheus reads them. */
@NullMarked
package io.heliograph.internal.scrape;

import org.jspecify.annotations.NullMarked;
