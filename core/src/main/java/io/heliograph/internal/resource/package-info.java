/** Finds out what the telemetry comes from. */
@NullMarked
package io.heliograph.internal.resource;

import org.jspecify.annotations.NullMarked;
