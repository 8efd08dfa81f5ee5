/** The metrics engine: instruments record into striped series, readers collect them. */
@NullMarked
package io.heliograph.internal.metrics;

import org.jspecify.annotations.NullMarked;
