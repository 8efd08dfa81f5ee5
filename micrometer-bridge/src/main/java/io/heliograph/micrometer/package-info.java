/** Micrometer's meters and observations as OpenTelemetry metrics and spans. */
@NullMarked
package io.heliograph.micrometer;

import org.jspecify.annotations.NullMarked;
