/** The trace engine behind the OpenTelemetry API. */
@NullMarked
package io.heliograph.internal.trace;

import org.jspecify.annotations.NullMarked;
