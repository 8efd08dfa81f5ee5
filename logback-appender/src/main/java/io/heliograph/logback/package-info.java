/** Logback's side of correlation: trace ids in the MDC, and events as log records. */
@NullMarked
package io.heliograph.logback;

import org.jspecify.annotations.NullMarked;
