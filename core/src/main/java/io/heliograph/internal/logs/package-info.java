/** The log engine: the OpenTelemetry Logs API over our pipeline. */
@NullMarked
package io.heliograph.internal.logs;

import org.jspecify.annotations.NullMarked;
