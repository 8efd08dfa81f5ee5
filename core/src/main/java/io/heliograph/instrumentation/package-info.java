/** What instrumentation of applications and frameworks builds on. */
@NullMarked
package io.heliograph.instrumentation;

import org.jspecify.annotations.NullMarked;
