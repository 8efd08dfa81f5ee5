/** Runs one application with one telemetry after the other and weighs what each costs. */
@NullMarked
package io.heliograph.benchmarks.app;

import org.jspecify.annotations.NullMarked;
