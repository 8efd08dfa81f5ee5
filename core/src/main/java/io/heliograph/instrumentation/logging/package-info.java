/** Lines of any logging framework as log records, and the ids of the trace in them. */
@NullMarked
package io.heliograph.instrumentation.logging;

import org.jspecify.annotations.NullMarked;
