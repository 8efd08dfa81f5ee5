/** Values that the engine keeps in the OpenTelemetry context. */
@NullMarked
package io.heliograph.internal.context;

import org.jspecify.annotations.NullMarked;
