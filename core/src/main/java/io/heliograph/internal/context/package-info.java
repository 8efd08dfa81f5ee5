/** What the engine and the instrumentation agree on through a context. */
@NullMarked
package io.heliograph.internal.context;

import org.jspecify.annotations.NullMarked;
