/** How the engine reports its own failures: throttled, and never into user code. */
@NullMarked
package io.heliograph.internal.diagnostics;

import org.jspecify.annotations.NullMarked;
