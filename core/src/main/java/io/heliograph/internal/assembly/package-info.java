/** Makes the engine's parts out of the settings, at start-up. */
@NullMarked
package io.heliograph.internal.assembly;

import org.jspecify.annotations.NullMarked;
